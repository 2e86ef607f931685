/* errno: the system's error numbers by name, and `errorcode`, the names by number. */
#include <errno.h>

#include "vm/vm.h"

typedef struct ErrorName {
    const char *name;
    int number;
} ErrorName;

/* Where two names share a number, errorcode has the one that comes last. */
#define E(name) {#name, name}
static const ErrorName errors[] = {
    E(ENODEV), E(ENOCSI), E(EHOSTUNREACH), E(ENOMSG), E(EUCLEAN), E(EL2NSYNC), E(EL2HLT), E(ENODATA), E(ENOTBLK), E(ENOSYS), E(EPIPE),
    E(EINVAL), E(EOVERFLOW), E(EADV), E(EINTR), E(EUSERS), E(ENOTEMPTY), E(ENOBUFS), E(EPROTO), E(EREMOTE), E(ENAVAIL), E(ECHILD),
    E(ELOOP), E(EXDEV), E(E2BIG), E(ESRCH), E(EMSGSIZE), E(EAFNOSUPPORT), E(EBADR), E(EHOSTDOWN), E(EPFNOSUPPORT), E(ENOPROTOOPT),
    E(EBUSY), E(EWOULDBLOCK), E(EAGAIN), E(EBADFD), E(EDOTDOT), E(EISCONN), E(ENOTCONN), E(ESHUTDOWN), E(ENOANO), E(EBADE), E(EADDRINUSE),
    E(EL3HLT), E(EBADF), E(EXFULL), E(EINPROGRESS), E(ELIBMAX), E(ESTALE), E(EISNAM), E(ENOTDIR), E(EDESTADDRREQ), E(EALREADY),
    E(ETIMEDOUT), E(EPERM), E(EDOM), E(ECONNREFUSED), E(EISDIR), E(EPROTOTYPE), E(ESTRPIPE), E(ELNRNG), E(ESRMNT), E(EIDRM), E(ELIBACC),
    E(ELIBSCN), E(ELIBBAD), E(ENOSTR), E(ENOSR), E(ENOLINK), E(ENOPKG), E(ENOTUNIQ), E(ENOTNAM), E(ENONET), E(EREMCHG), E(EREMOTEIO),
    E(ERESTART), E(EROFS), E(ESPIPE), E(ESOCKTNOSUPPORT), E(ETIME), E(ETOOMANYREFS), E(EUNATCH), E(ETXTBSY), E(EEXIST), E(EADDRNOTAVAIL),
    E(EPROTONOSUPPORT), E(EMULTIHOP), E(ELIBEXEC), E(EOPNOTSUPP), E(EFAULT), E(EACCES), E(ENFILE), E(ENOENT), E(ENOMEM), E(ENOLCK),
    E(ENOSPC), E(EMFILE), E(EMLINK), E(ENETDOWN), E(ENETRESET), E(ENETUNREACH), E(ENOEXEC), E(ENOTTY), E(ENOTSUP), E(ENXIO),
    E(ENOTSOCK), E(EIO), E(EFBIG), E(EDEADLK), E(EDEADLOCK), E(EDQUOT), E(ENAMETOOLONG), E(EILSEQ), E(ERANGE), E(EBADMSG),
    E(EBADRQC), E(EBADSLT), E(EBFONT), E(ECHRNG), E(ECOMM), E(ECONNABORTED), E(ECONNRESET), E(EL3RST), E(EKEYEXPIRED), E(EKEYREJECTED),
    E(EKEYREVOKED), E(EMEDIUMTYPE), E(ENOKEY), E(ENOMEDIUM), E(EOWNERDEAD), E(ENOTRECOVERABLE), E(ERFKILL), E(ECANCELED),
};
#undef E

static bool init(MrThread *t, MrModule *m)
{
    MrDict *codes = mr_dict_new(t);
    size_t i;
    MrValue name;
    if (codes == NULL || !mr_module_add(t, m, "errorcode", mr_val(codes)))
        return false;
    for (i = 0; i < sizeof errors / sizeof *errors; i++) {
        name = mr_str_c(t, errors[i].name);
        if (name == MR_ERROR || !mr_dict_set(t, codes, mr_small_int(errors[i].number), name) ||
            !mr_module_add(t, m, errors[i].name, mr_small_int(errors[i].number)))
            return false;
    }
    return true;
}

const MrModuleDef mr_module_errno = {
    .name = "errno",
    .init = init,
    .doc = "Symbolic names of the system's error numbers.\n\nThe value of each symbol is the number, e.g. errno.ENOENT. The dictionary "
           "errno.errorcode\nmaps numbers to names. To get the message of a number, use os.strerror().",
};
