/* posix, what the system says of itself by number: sysconf, confstr, pathconf, with the names that os lists for the numbers. */
#define _GNU_SOURCE
#include "stdlib/native/posix.h"

#include <unistd.h>

typedef struct Name { const char *name; int number; } Name;

#define N(name) {#name, _##name}
static const Name system_names[] = {
    N(SC_2_CHAR_TERM), N(SC_2_C_BIND), N(SC_2_C_DEV), N(SC_2_C_VERSION), N(SC_2_FORT_DEV), N(SC_2_FORT_RUN), N(SC_2_LOCALEDEF), N(SC_2_SW_DEV),
    N(SC_2_UPE), N(SC_2_VERSION), N(SC_AIO_LISTIO_MAX), N(SC_AIO_MAX), N(SC_AIO_PRIO_DELTA_MAX), N(SC_ARG_MAX), N(SC_ASYNCHRONOUS_IO), N(SC_ATEXIT_MAX),
    N(SC_AVPHYS_PAGES), N(SC_BC_BASE_MAX), N(SC_BC_DIM_MAX), N(SC_BC_SCALE_MAX), N(SC_BC_STRING_MAX), N(SC_CHARCLASS_NAME_MAX), N(SC_CHAR_BIT),
    N(SC_CHAR_MAX), N(SC_CHAR_MIN), N(SC_CHILD_MAX), N(SC_CLK_TCK), N(SC_COLL_WEIGHTS_MAX), N(SC_DELAYTIMER_MAX), N(SC_EQUIV_CLASS_MAX),
    N(SC_EXPR_NEST_MAX), N(SC_FSYNC), N(SC_GETGR_R_SIZE_MAX), N(SC_GETPW_R_SIZE_MAX), N(SC_INT_MAX), N(SC_INT_MIN), N(SC_IOV_MAX), N(SC_JOB_CONTROL),
    N(SC_LINE_MAX), N(SC_LOGIN_NAME_MAX), N(SC_LONG_BIT), N(SC_MAPPED_FILES), N(SC_MB_LEN_MAX), N(SC_MEMLOCK), N(SC_MEMLOCK_RANGE),
    N(SC_MEMORY_PROTECTION), N(SC_MESSAGE_PASSING), N(SC_MINSIGSTKSZ), N(SC_MQ_OPEN_MAX), N(SC_MQ_PRIO_MAX), N(SC_NGROUPS_MAX), N(SC_NL_ARGMAX),
    N(SC_NL_LANGMAX), N(SC_NL_MSGMAX), N(SC_NL_NMAX), N(SC_NL_SETMAX), N(SC_NL_TEXTMAX), N(SC_NPROCESSORS_CONF), N(SC_NPROCESSORS_ONLN), N(SC_NZERO),
    N(SC_OPEN_MAX), N(SC_PAGESIZE), N(SC_PAGE_SIZE), N(SC_PASS_MAX), N(SC_PHYS_PAGES), N(SC_PII), N(SC_PII_INTERNET), N(SC_PII_INTERNET_DGRAM),
    N(SC_PII_INTERNET_STREAM), N(SC_PII_OSI), N(SC_PII_OSI_CLTS), N(SC_PII_OSI_COTS), N(SC_PII_OSI_M), N(SC_PII_SOCKET), N(SC_PII_XTI), N(SC_POLL),
    N(SC_PRIORITIZED_IO), N(SC_PRIORITY_SCHEDULING), N(SC_REALTIME_SIGNALS), N(SC_RE_DUP_MAX), N(SC_RTSIG_MAX), N(SC_SAVED_IDS), N(SC_SCHAR_MAX),
    N(SC_SCHAR_MIN), N(SC_SELECT), N(SC_SEMAPHORES), N(SC_SEM_NSEMS_MAX), N(SC_SEM_VALUE_MAX), N(SC_SHARED_MEMORY_OBJECTS), N(SC_SHRT_MAX), N(SC_SHRT_MIN),
    N(SC_SIGQUEUE_MAX), N(SC_SSIZE_MAX), N(SC_STREAM_MAX), N(SC_SYNCHRONIZED_IO), N(SC_THREADS), N(SC_THREAD_ATTR_STACKADDR), N(SC_THREAD_ATTR_STACKSIZE),
    N(SC_THREAD_DESTRUCTOR_ITERATIONS), N(SC_THREAD_KEYS_MAX), N(SC_THREAD_PRIORITY_SCHEDULING), N(SC_THREAD_PRIO_INHERIT), N(SC_THREAD_PRIO_PROTECT),
    N(SC_THREAD_PROCESS_SHARED), N(SC_THREAD_SAFE_FUNCTIONS), N(SC_THREAD_STACK_MIN), N(SC_THREAD_THREADS_MAX), N(SC_TIMERS), N(SC_TIMER_MAX),
    N(SC_TTY_NAME_MAX), N(SC_TZNAME_MAX), N(SC_T_IOV_MAX), N(SC_UCHAR_MAX), N(SC_UINT_MAX), N(SC_UIO_MAXIOV), N(SC_ULONG_MAX), N(SC_USHRT_MAX),
    N(SC_VERSION), N(SC_WORD_BIT), N(SC_XBS5_ILP32_OFF32), N(SC_XBS5_ILP32_OFFBIG), N(SC_XBS5_LP64_OFF64), N(SC_XBS5_LPBIG_OFFBIG), N(SC_XOPEN_CRYPT),
    N(SC_XOPEN_ENH_I18N), N(SC_XOPEN_LEGACY), N(SC_XOPEN_REALTIME), N(SC_XOPEN_REALTIME_THREADS), N(SC_XOPEN_SHM), N(SC_XOPEN_UNIX), N(SC_XOPEN_VERSION),
    N(SC_XOPEN_XCU_VERSION), N(SC_XOPEN_XPG2), N(SC_XOPEN_XPG3), N(SC_XOPEN_XPG4),
};
static const Name text_names[] = {
    N(CS_GNU_LIBC_VERSION), N(CS_GNU_LIBPTHREAD_VERSION), N(CS_LFS64_CFLAGS), N(CS_LFS64_LDFLAGS), N(CS_LFS64_LIBS), N(CS_LFS64_LINTFLAGS),
    N(CS_LFS_CFLAGS), N(CS_LFS_LDFLAGS), N(CS_LFS_LIBS), N(CS_LFS_LINTFLAGS), N(CS_PATH), N(CS_XBS5_ILP32_OFF32_CFLAGS), N(CS_XBS5_ILP32_OFF32_LDFLAGS),
    N(CS_XBS5_ILP32_OFF32_LIBS), N(CS_XBS5_ILP32_OFF32_LINTFLAGS), N(CS_XBS5_ILP32_OFFBIG_CFLAGS), N(CS_XBS5_ILP32_OFFBIG_LDFLAGS),
    N(CS_XBS5_ILP32_OFFBIG_LIBS), N(CS_XBS5_ILP32_OFFBIG_LINTFLAGS), N(CS_XBS5_LP64_OFF64_CFLAGS), N(CS_XBS5_LP64_OFF64_LDFLAGS),
    N(CS_XBS5_LP64_OFF64_LIBS), N(CS_XBS5_LP64_OFF64_LINTFLAGS), N(CS_XBS5_LPBIG_OFFBIG_CFLAGS), N(CS_XBS5_LPBIG_OFFBIG_LDFLAGS),
    N(CS_XBS5_LPBIG_OFFBIG_LIBS), N(CS_XBS5_LPBIG_OFFBIG_LINTFLAGS),
};
static const Name path_names[] = {
    N(PC_ALLOC_SIZE_MIN), N(PC_ASYNC_IO), N(PC_CHOWN_RESTRICTED), N(PC_FILESIZEBITS), N(PC_LINK_MAX), N(PC_MAX_CANON), N(PC_MAX_INPUT), N(PC_NAME_MAX),
    N(PC_NO_TRUNC), N(PC_PATH_MAX), N(PC_PIPE_BUF), N(PC_PRIO_IO), N(PC_REC_INCR_XFER_SIZE), N(PC_REC_MAX_XFER_SIZE), N(PC_REC_MIN_XFER_SIZE),
    N(PC_REC_XFER_ALIGN), N(PC_SOCK_MAXBUF), N(PC_SYMLINK_MAX), N(PC_SYNC_IO), N(PC_VDISABLE),
};
#undef N

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The number that an int or one of the names stands for. */
static bool read_name(MrThread *t, MrValue v, const Name *names, size_t n, int *out)
{
    if (mr_is_integer(v))
        return mr_posix_int(t, v, out);
    if (!mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "configuration names must be strings or integers");
        return false;
    }
    for (size_t i = 0; i < n; i++)
        if (!strcmp(names[i].name, mr_cstr(v))) {
            *out = names[i].number;
            return true;
        }
    mr_raise(t, MR_EXC_ValueError, "unrecognized configuration name");
    return false;
}

static MrValue posix_sysconf(MrThread *t, MrValue *a)
{
    int number;
    if (!read_name(t, a[0], system_names, COUNT(system_names), &number))
        return MR_ERROR;
    errno = 0;
    long r = sysconf(number);
    return r == -1 && errno ? mr_path_error(t, NULL) : mr_int(t, r);
}

static MrValue posix_confstr(MrThread *t, MrValue *a)
{
    int number;
    char few[256];
    if (!read_name(t, a[0], text_names, COUNT(text_names), &number))
        return MR_ERROR;
    errno = 0;
    size_t n = confstr(number, few, sizeof few);
    if (n == 0)
        return errno ? mr_path_error(t, NULL) : MR_NONE;
    if (n <= sizeof few)
        return mr_path_name(t, few, n - 1, false);
    char *many = mr_buffer_new(t, n);
    return many ? mr_path_name(t, many, confstr(number, many, n) - 1, false) : MR_ERROR;
}

static MrValue posix_pathconf(MrThread *t, MrValue *a)
{
    MrPath p;
    int number;
    if (!mr_path_read(t, a[0], "pathconf", "path", MR_PATH_FD, &p) || !read_name(t, a[1], path_names, COUNT(path_names), &number))
        return MR_ERROR;
    errno = 0;
    long r = p.name ? pathconf(p.name, number) : fpathconf(p.fd, number);
    return r == -1 && errno ? mr_path_error(t, errno == EINVAL ? NULL : &p) : mr_int(t, r);
}

static MrValue posix_fpathconf(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), number;
    if (fd < 0 || !read_name(t, a[1], path_names, COUNT(path_names), &number))
        return MR_ERROR;
    errno = 0;
    long r = fpathconf(fd, number);
    return r == -1 && errno ? mr_path_error(t, NULL) : mr_int(t, r);
}

static bool add_names(MrThread *t, MrModule *m, const char *attribute, const Name *names, size_t n)
{
    MrDict *d = mr_dict_new(t);
    for (size_t i = 0; i < n; i++)
        if (!d || !mr_dict_set_c(t, d, names[i].name, mr_small_int(names[i].number)))
            return false;
    return mr_module_add(t, m, attribute, mr_val(d));
}

bool mr_posix_add_config(MrThread *t, MrModule *m)
{
    return add_names(t, m, "sysconf_names", system_names, COUNT(system_names)) && add_names(t, m, "confstr_names", text_names, COUNT(text_names)) &&
           add_names(t, m, "pathconf_names", path_names, COUNT(path_names));
}

const MrMethodDef mr_posix_config_functions[] = {
    {"sysconf(name, /)", posix_sysconf, "A number of the system's configuration; `name` is a number or a key of sysconf_names.", 0},
    {"confstr(name, /)", posix_confstr, "A text of the system's configuration, or None where there is none; `name` is a number or a key of confstr_names.", 0},
    {"pathconf(path, name)", posix_pathconf, "A limit that holds for a file or folder, -1 where there is none; `name` is a number or a key of pathconf_names.", 0},
    {"fpathconf(fd, name, /)", posix_fpathconf, "As pathconf(), for an open descriptor.", 0},
    {0},
};
