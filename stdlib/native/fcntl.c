/* fcntl: the system calls fcntl, ioctl and flock on descriptors, and locks of parts of files.
 *
 * An argument may be an int or bytes of at most 1024; those are copied to and fro, so that the kernel never writes into an object. Only ioctl
 * changes a writable buffer in place. All four let other threads run and begin anew after a signal whose handler returned. */
#define _GNU_SOURCE
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "stdlib/native/posix.h"

enum { MAX_BYTES = 1024, EXTRA = 16 /* room for a kernel that fills in more than it was given */ };

/* Repeats `call` while signals break it off; the result is in r. */
#define RETRY(r, call)        \
    do {                      \
        mr_thread_leave(t);   \
        r = call;             \
        mr_thread_enter(t);   \
    } while (r < 0 && mr_posix_again(t))

static MrValue failed(MrThread *t) { return mr_pending(t) ? MR_ERROR : mr_raise_errno(t, errno, MR_UNBOUND); }

/* A number that the system takes as 32 bits, with or without sign. */
static bool word_of(MrThread *t, MrValue v, const char *what, unsigned *out)
{
    int64_t i;
    if (!mr_to_i64(t, v, &i))
        return false;
    if (i < INT32_MIN || i > UINT32_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "%s is out of range", what), false;
    *out = (unsigned)i;
    return true;
}

static MrValue fcntl_fcntl(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), command, r;
    char buf[MAX_BYTES + EXTRA] = {0};
    const char *p;
    size_t n;
    unsigned word = 0;
    if (fd < 0 || !mr_posix_int(t, a[1], &command))
        return MR_ERROR;
    bool number = a[2] == MR_UNBOUND || mr_is_integer(a[2]);
    if (number) {
        if (a[2] != MR_UNBOUND && !word_of(t, a[2], "fcntl() argument 3", &word))
            return MR_ERROR;
        RETRY(r, fcntl(fd, command, (int)word));
        return r < 0 ? failed(t) : mr_small_int(r);
    }
    if (mr_is_str(a[2]))
        p = mr_cstr(a[2]), n = MR_STR(a[2])->nbytes;
    else if (!mr_buffer_of(t, a[2], &p, &n))
        return mr_clear_if(t, MR_EXC_TypeError) && word_of(t, a[2], "", &word) ? MR_NONE : MR_ERROR;
    if (n > MAX_BYTES)
        return mr_raise(t, MR_EXC_ValueError, "fcntl string arg too long");
    memcpy(buf, p, n);
    RETRY(r, fcntl(fd, command, buf));
    return r < 0 ? failed(t) : mr_bytes_new(t, buf, n);
}

/* The bytes of `v` go to the system and what comes back into v, or into a new bytes object. */
static MrValue ioctl_bytes(MrThread *t, int fd, unsigned request, MrValue v, bool change)
{
    char local[MAX_BYTES + EXTRA] = {0}, *in_place = NULL;
    const char *p;
    size_t n;
    int r;
    if (mr_is_str(v)) {
        p = mr_cstr(v), n = MR_STR(v)->nbytes;
    } else if (mr_buffer_writable(t, v, &in_place, &n)) {
        p = in_place;
    } else if (!mr_clear_if(t, MR_EXC_TypeError) || !mr_buffer_of(t, v, &p, &n)) {
        unsigned word;
        return mr_clear_if(t, MR_EXC_TypeError) && word_of(t, v, "", &word) ? MR_NONE : MR_ERROR; /* always the error of what is no number */
    }
    if (n > MAX_BYTES && !(in_place && change))
        return mr_raise(t, MR_EXC_ValueError, "ioctl string arg too long");
    char *buf = local;
    if (n > MAX_BYTES && !(buf = mr_buffer_new(t, n + EXTRA)))
        return MR_ERROR;
    memcpy(buf, p, n);
    RETRY(r, ioctl(fd, request, buf));
    if (r < 0)
        return failed(t);
    if (!in_place || !change)
        return mr_bytes_new(t, buf, n);
    size_t now;
    if (!mr_buffer_writable(t, v, &in_place, &now))
        return MR_ERROR;
    memcpy(in_place, buf, now < n ? now : n);
    return mr_small_int(r);
}

static MrValue fcntl_ioctl(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), r, change = a[3] == MR_UNBOUND ? 1 : mr_truth(t, a[3]);
    unsigned request, word = 0;
    if (fd < 0 || change < 0 || !word_of(t, a[1], "ioctl() argument 2", &request))
        return MR_ERROR;
    if (a[2] != MR_UNBOUND && !mr_is_integer(a[2]))
        return ioctl_bytes(t, fd, request, a[2], change);
    if (a[2] != MR_UNBOUND && !word_of(t, a[2], "ioctl() argument 3", &word))
        return MR_ERROR;
    RETRY(r, ioctl(fd, request, (unsigned long)word));
    return r < 0 ? failed(t) : mr_small_int(r);
}

static MrValue fcntl_flock(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), operation, r;
    if (fd < 0 || !mr_posix_int(t, a[1], &operation))
        return MR_ERROR;
    RETRY(r, flock(fd, operation));
    return r < 0 ? failed(t) : MR_NONE;
}

static MrValue fcntl_lockf(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), operation, whence = 0, r;
    int64_t length = 0, start = 0;
    if (fd < 0 || !mr_posix_int(t, a[1], &operation) || (a[4] != MR_UNBOUND && !mr_posix_int(t, a[4], &whence)))
        return MR_ERROR;
    struct flock lock = {.l_whence = (short)whence};
    if (operation == LOCK_UN)
        lock.l_type = F_UNLCK;
    else if (operation & LOCK_SH)
        lock.l_type = F_RDLCK;
    else if (operation & LOCK_EX)
        lock.l_type = F_WRLCK;
    else
        return mr_raise(t, MR_EXC_ValueError, "unrecognized lockf argument");
    if ((a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &length)) || (a[3] != MR_UNBOUND && !mr_to_i64(t, a[3], &start)))
        return MR_ERROR;
    lock.l_len = length;
    lock.l_start = start;
    RETRY(r, fcntl(fd, operation & LOCK_NB ? F_SETLK : F_SETLKW, &lock));
    return r < 0 ? failed(t) : MR_NONE;
}

static const MrMethodDef functions[] = {
    {"fcntl(fd, cmd, arg=0, /)", fcntl_fcntl, "Perform an operation on a file descriptor; the result is an int, or bytes if the argument was.", 0},
    {"ioctl(fd, request, arg=0, mutate_flag=True, /)", fcntl_ioctl,
     "Perform a device's operation on a file descriptor; a writable buffer is changed in place unless told otherwise.", 0},
    {"flock(fd, operation, /)", fcntl_flock, "Lock or unlock the file of a descriptor.", 0},
    {"lockf(fd, cmd, len=0, start=0, whence=0, /)", fcntl_lockf, "Lock or unlock a part of the file of a descriptor.", 0},
    {0},
};

#define N(name) {#name, (int64_t)name}
static const struct { const char *name; int64_t number; } numbers[] = {
    N(LOCK_SH), N(LOCK_EX), N(LOCK_NB), N(LOCK_UN), N(LOCK_MAND), N(LOCK_READ), N(LOCK_WRITE), N(LOCK_RW), N(F_DUPFD), N(F_DUPFD_CLOEXEC), N(F_GETFD), N(F_SETFD),
    N(F_GETFL), N(F_SETFL), N(F_GETLK), N(F_SETLK), N(F_SETLKW), N(F_OFD_GETLK), N(F_OFD_SETLK), N(F_OFD_SETLKW), N(F_GETOWN), N(F_SETOWN), N(F_GETSIG), N(F_SETSIG),
    N(F_RDLCK), N(F_WRLCK), N(F_UNLCK), N(F_EXLCK), N(F_SHLCK), {"F_GETLK64", F_GETLK}, {"F_SETLK64", F_SETLK}, {"F_SETLKW64", F_SETLKW}, N(FASYNC), N(F_SETLEASE), N(F_GETLEASE), N(F_NOTIFY),
    N(DN_ACCESS), N(DN_MODIFY), N(DN_CREATE), N(DN_DELETE), N(DN_RENAME), N(DN_ATTRIB), N(DN_MULTISHOT), N(F_SETPIPE_SZ), N(F_GETPIPE_SZ), N(F_ADD_SEALS), N(F_GET_SEALS),
    N(F_SEAL_SEAL), N(F_SEAL_SHRINK), N(F_SEAL_GROW), N(F_SEAL_WRITE), N(FD_CLOEXEC), N(FICLONE), N(FICLONERANGE),
};
#undef N

static bool init(MrThread *t, MrModule *m)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_module_add(t, m, numbers[i].name, mr_small_int(numbers[i].number)))
            return false;
    return true;
}

const MrModuleDef mr_module_fcntl = {
    .name = "fcntl", .functions = functions, .init = init,
    .doc = "fcntl(), ioctl() and file locks. A file is given as a descriptor or as an object with fileno()."};
