/* resource: limits that the system puts on the process, and what the process has used. */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <sys/resource.h>
#include <unistd.h>

#include "vm/types/structseq.h"

static const MrGetSetDef usage_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "ru_utime", "seconds in the process's own code"),
    MR_STRUCTSEQ_FIELD(1, "ru_stime", "seconds that the kernel spent for it"),
    MR_STRUCTSEQ_FIELD(2, "ru_maxrss", "most memory held at a time, in KiB"),
    MR_STRUCTSEQ_FIELD(3, "ru_ixrss", "always 0 on Linux"),
    MR_STRUCTSEQ_FIELD(4, "ru_idrss", "0, not kept by Linux"),
    MR_STRUCTSEQ_FIELD(5, "ru_isrss", "not kept by Linux: 0"),
    MR_STRUCTSEQ_FIELD(6, "ru_minflt", "faults settled without the disk"),
    MR_STRUCTSEQ_FIELD(7, "ru_majflt", "faults that had to read from disk"),
    MR_STRUCTSEQ_FIELD(8, "ru_nswap", "how often it was swapped out"),
    MR_STRUCTSEQ_FIELD(9, "ru_inblock", "reads from disk"),
    MR_STRUCTSEQ_FIELD(10, "ru_oublock", "writes to disk"),
    MR_STRUCTSEQ_FIELD(11, "ru_msgsnd", "messages sent, not kept by Linux"),
    MR_STRUCTSEQ_FIELD(12, "ru_msgrcv", "messages received, not kept by Linux"),
    MR_STRUCTSEQ_FIELD(13, "ru_nsignals", "signals, not kept by Linux"),
    MR_STRUCTSEQ_FIELD(14, "ru_nvcsw", "how often it gave up the processor by itself"),
    MR_STRUCTSEQ_FIELD(15, "ru_nivcsw", "how often the processor was taken away"),
    {0},
};

static const MrStructSeqDef usage_def = {
    .type = {.name = "resource.struct_rusage", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods,
             .getset = usage_fields, .doc = "What getrusage() tells: times, memory, faults and switches.", .module = "resource"},
    .n_visible = 16,
};

static bool int_of(MrThread *t, MrValue v, int *out)
{
    int64_t i;
    if (!mr_to_i64(t, v, &i))
        return false;
    *out = (int)i;
    return i == *out || mr_raise(t, MR_EXC_OverflowError, "signed integer is %s", i > 0 ? "greater than maximum" : "less than minimum") != MR_ERROR;
}

static bool check_resource(MrThread *t, int resource)
{
    return (resource >= 0 && resource < RLIMIT_NLIMITS) || mr_raise(t, MR_EXC_ValueError, "invalid resource specified") != MR_ERROR;
}

static MrValue limit_value(MrThread *t, rlim_t limit) { return limit == RLIM_INFINITY ? mr_small_int(-1) : mr_int_u64(t, limit); }

static MrValue pair_of(MrThread *t, const struct rlimit *limit)
{
    MrValue v[2] = {limit_value(t, limit->rlim_cur), limit_value(t, limit->rlim_max)};
    return v[0] == MR_ERROR || v[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, v, 2);
}

/* A pair of limits out of any sequence; -1 is none. */
static bool read_limits(MrThread *t, MrValue v, struct rlimit *limit)
{
    int64_t n[2];
    MrValue pair = mr_tuple_of(t, v);
    if (pair == MR_ERROR)
        return false;
    if (MR_TUPLE(pair)->length != 2)
        return mr_raise(t, MR_EXC_ValueError, "expected a tuple of 2 integers"), false;
    for (size_t i = 0; i < 2; i++)
        if (!mr_to_i64(t, MR_TUPLE(pair)->items[i], &n[i]))
            return false;
    *limit = (struct rlimit){n[0] == -1 ? RLIM_INFINITY : (rlim_t)n[0], n[1] == -1 ? RLIM_INFINITY : (rlim_t)n[1]};
    return true;
}

static MrValue resource_getrlimit(MrThread *t, MrValue *a)
{
    int which;
    struct rlimit limit;
    if (!int_of(t, a[0], &which) || !check_resource(t, which))
        return MR_ERROR;
    return getrlimit((__rlimit_resource_t)which, &limit) < 0 ? mr_raise_errno(t, errno, MR_UNBOUND) : pair_of(t, &limit);
}

static MrValue failed(MrThread *t)
{
    if (errno == EINVAL)
        return mr_raise(t, MR_EXC_ValueError, "current limit exceeds maximum limit");
    return errno == EPERM ? mr_raise(t, MR_EXC_ValueError, "not allowed to raise maximum limit") : mr_raise_errno(t, errno, MR_UNBOUND);
}

static MrValue resource_setrlimit(MrThread *t, MrValue *a)
{
    int which;
    struct rlimit limit;
    if (!int_of(t, a[0], &which) || !check_resource(t, which) || !read_limits(t, a[1], &limit))
        return MR_ERROR;
    return setrlimit((__rlimit_resource_t)which, &limit) < 0 ? failed(t) : MR_NONE;
}

static MrValue resource_prlimit(MrThread *t, MrValue *a)
{
    int pid, which;
    struct rlimit limit, old;
    bool set = a[2] != MR_UNBOUND && a[2] != MR_NONE;
    if (!int_of(t, a[0], &pid) || !int_of(t, a[1], &which) || !check_resource(t, which) || (set && !read_limits(t, a[2], &limit)))
        return MR_ERROR;
    if (prlimit(pid, (__rlimit_resource_t)which, set ? &limit : NULL, &old) < 0)
        return errno == EINVAL ? mr_raise(t, MR_EXC_ValueError, "current limit exceeds maximum limit") : mr_raise_errno(t, errno, MR_UNBOUND);
    return pair_of(t, &old);
}

static MrValue resource_getrusage(MrThread *t, MrValue *a)
{
    int who;
    struct rusage u;
    if (!int_of(t, a[0], &who))
        return MR_ERROR;
    if (getrusage((__rusage_who_t)who, &u) < 0)
        return errno == EINVAL ? mr_raise(t, MR_EXC_ValueError, "invalid who parameter") : mr_raise_errno(t, errno, MR_UNBOUND);
    const long counts[14] = {u.ru_maxrss, u.ru_ixrss, u.ru_idrss, u.ru_isrss, u.ru_minflt, u.ru_majflt, u.ru_nswap,
                             u.ru_inblock, u.ru_oublock, u.ru_msgsnd, u.ru_msgrcv, u.ru_nsignals, u.ru_nvcsw, u.ru_nivcsw};
    MrValue v[16] = {mr_float((double)u.ru_utime.tv_sec + (double)u.ru_utime.tv_usec * 1e-6), mr_float((double)u.ru_stime.tv_sec + (double)u.ru_stime.tv_usec * 1e-6)};
    for (size_t i = 0; i < 14; i++)
        if ((v[2 + i] = mr_int(t, counts[i])) == MR_ERROR)
            return MR_ERROR;
    return mr_structseq_new(t, &usage_def, v);
}

static MrValue resource_getpagesize(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return mr_small_int(sysconf(_SC_PAGESIZE));
}

static const MrMethodDef functions[] = {
    {"getrlimit(resource, /)", resource_getrlimit, "The soft and the hard limit of a resource; -1 is none.", 0},
    {"setrlimit(resource, limits, /)", resource_setrlimit, "Set the soft and the hard limit of a resource.", 0},
    {"prlimit(pid, resource, limits=None, /)", resource_prlimit, "The limits of another process, set if given; the former ones are the result.", 0},
    {"getrusage(who, /)", resource_getrusage, "What this process or its children have used.", 0},
    {"getpagesize()", resource_getpagesize, "Bytes in a page of memory.", 0},
    {0},
};

#define N(name) {#name, name}
static const struct { const char *name; int number; } numbers[] = {
    N(RLIMIT_AS), N(RLIMIT_CORE), N(RLIMIT_CPU), N(RLIMIT_DATA), N(RLIMIT_FSIZE), N(RLIMIT_MEMLOCK), N(RLIMIT_MSGQUEUE), N(RLIMIT_NICE), N(RLIMIT_NOFILE),
    N(RLIMIT_NPROC), N(RLIMIT_OFILE), N(RLIMIT_RSS), N(RLIMIT_RTPRIO), N(RLIMIT_RTTIME), N(RLIMIT_SIGPENDING), N(RLIMIT_STACK), N(RUSAGE_CHILDREN),
    N(RUSAGE_SELF), N(RUSAGE_THREAD), {"RLIM_INFINITY", -1},
};
#undef N

static bool init(MrThread *t, MrModule *m)
{
    MrType *usage = mr_structseq_type_new(t, &usage_def);
    if (!usage || !mr_module_add(t, m, "struct_rusage", mr_val(usage)) || !mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_OSError)))
        return false;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_module_add(t, m, numbers[i].name, mr_small_int(numbers[i].number)))
            return false;
    return true;
}

const MrModuleDef mr_module_resource = {
    .name = "resource", .functions = functions, .init = init, .doc = "Limits of the process, and what it has used."};
