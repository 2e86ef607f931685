/* posix, what only few programs ask of the system: whose process this is with all its ids, scheduling, namespaces, eventfd, and the transfers
 * that take positions or go past the program (preadv, pwritev, splice).
 *
 * Not here: ids and priorities that every script knows (posix_process.c), plain reading and writing (posix_fd.c). */
#define _GNU_SOURCE
#include "stdlib/native/posix.h"

#include <grp.h>
#include <limits.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utmp.h>

#include "vm/types/bigint.h"
#include "vm/types/text.h"

#define RETRY(r, call)        \
    do {                      \
        mr_thread_leave(t);   \
        r = call;             \
        mr_thread_enter(t);   \
    } while (r < 0 && mr_posix_again(t))

/* ---- users and groups ---- */

bool mr_posix_id(MrThread *t, MrValue v, const char *what, unsigned *id)
{
    int64_t i;
    if (!mr_is_integer(v)) {
        mr_raise(t, MR_EXC_TypeError, "%s should be integer, not %s", what, mr_type_name(t, v));
        return false;
    }
    if (!mr_to_i64(t, v, &i)) {
        if (!mr_clear_if(t, MR_EXC_OverflowError))
            return false;
        i = mr_is_kind(v, MR_KIND_INT) && MR_INT(v)->size < 0 ? INT64_MIN : INT64_MAX;
    }
    *id = (unsigned)i;
    if (i >= -1 && i <= (int64_t)UINT_MAX)
        return true;
    mr_raise(t, MR_EXC_OverflowError, "%s is %s", what, i < INT64_MAX ? "less than minimum" : "greater than maximum"); /* as CPython has it */
    return false;
}

/* Calls that set `n` ids of one sort. */
#define IDS(name, n, what, call)                                          \
    static MrValue posix_##name(MrThread *t, MrValue *a)                  \
    {                                                                     \
        unsigned v[3] = {0};                                              \
        for (int i = 0; i < n; i++)                                       \
            if (!mr_posix_id(t, a[i], what, &v[i]))                       \
                return MR_ERROR;                                          \
        return mr_posix_done(t, call, NULL);                              \
    }
IDS(setuid, 1, "uid", setuid(v[0]))
IDS(seteuid, 1, "uid", seteuid(v[0]))
IDS(setgid, 1, "gid", setgid(v[0]))
IDS(setegid, 1, "gid", setegid(v[0]))
IDS(setreuid, 2, "uid", setreuid(v[0], v[1]))
IDS(setregid, 2, "gid", setregid(v[0], v[1]))
IDS(setresuid, 3, "uid", setresuid(v[0], v[1], v[2]))
IDS(setresgid, 3, "gid", setresgid(v[0], v[1], v[2]))
#undef IDS

static MrValue group_list(MrThread *t, const gid_t *groups, int n)
{
    MrValue list = mr_list_new(t, (size_t)n);
    for (int i = 0; list != MR_ERROR && i < n; i++)
        if (!mr_list_append(t, list, mr_int(t, groups[i])))
            return MR_ERROR;
    return list;
}

static MrValue posix_setgroups(MrThread *t, MrValue *a)
{
    gid_t few[NGROUPS_MAX > 1024 ? 1024 : NGROUPS_MAX];
    MrValue *items;
    size_t n;
    if (!mr_sequence_items(a[0], &items, &n))
        return mr_raise(t, MR_EXC_TypeError, "setgroups argument must be a sequence");
    if (n > sizeof few / sizeof *few)
        return mr_raise(t, MR_EXC_ValueError, "too many groups");
    for (size_t i = 0; i < n; i++) {
        if (!mr_is_integer(items[i]))
            return mr_raise(t, MR_EXC_TypeError, "groups must be integers");
        if (!mr_posix_id(t, items[i], "gid", &few[i]))
            return MR_ERROR;
    }
    return mr_posix_done(t, setgroups(n, few), NULL);
}

static MrValue posix_initgroups(MrThread *t, MrValue *a)
{
    MrPath user;
    unsigned gid;
    MrValue name = mr_path_fspath(t, a[0]);
    if (name == MR_ERROR || !mr_path_read(t, name, "initgroups", "username", 0, &user) || !mr_posix_id(t, a[1], "gid", &gid))
        return MR_ERROR;
    return mr_posix_done(t, initgroups(user.name, gid), NULL);
}

static MrValue posix_getgrouplist(MrThread *t, MrValue *a)
{
    unsigned gid;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "getgrouplist() argument 1 must be str, not %s", mr_arg_type_name(t, a[0]));
    if (strlen(mr_cstr(a[0])) != MR_STR(a[0])->nbytes)
        return mr_raise(t, MR_EXC_ValueError, "embedded null character");
    if (!mr_posix_id(t, a[1], "gid", &gid))
        return MR_ERROR;
    for (int room = 64;; room *= 2) {
        int n = room;
        gid_t *groups = mr_buffer_new(t, (size_t)room * sizeof *groups);
        if (!groups)
            return MR_ERROR;
        if (getgrouplist(mr_cstr(a[0]), gid, groups, &n) >= 0)
            return group_list(t, groups, n);
    }
}

static MrValue posix_login_tty(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]);
    return fd < 0 ? MR_ERROR : mr_posix_done(t, login_tty(fd), NULL);
}

/* ---- scheduling ---- */

static const MrStructSeqDef parameters_def;

/* sched_param(sched_priority) */
static MrValue sched_param_new(MrThread *t, MrValue *a) { return mr_structseq_new(t, &parameters_def, &a[1]); }

static MrMethodDef const parameters_methods[] = {
    {"__new__(cls, sched_priority)", sched_param_new, "Make the parameters of a priority.", MR_METHOD_STATIC},
    {"__repr__(self, /)", mr_structseq_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", mr_structseq_reduce, "What pickle needs to make it again.", 0},
    {0},
};
static const MrGetSetDef parameters_fields[] = {MR_STRUCTSEQ_FIELD(0, "sched_priority", "the process's place in its policy's order"), {0}};
static const MrStructSeqDef parameters_def = {
    .type = {.name = "posix.sched_param", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = parameters_methods,
             .getset = parameters_fields, .doc = "What a scheduling policy wants to know of a process: its priority."},
    .n_visible = 1};

bool mr_posix_add_system(MrThread *t, MrModule *m)
{
    MrType *type = mr_structseq_type_new(t, &parameters_def);
    return type && mr_module_add(t, m, "sched_param", mr_val(type));
}

static bool read_parameters(MrThread *t, MrValue v, struct sched_param *p)
{
    MrType *type = mr_structseq_type_new(t, &parameters_def);
    int64_t i;
    if (!type)
        return false;
    if (mr_typeof(t, v) != type) {
        mr_raise(t, MR_EXC_TypeError, "must have a sched_param object");
        return false;
    }
    if (!mr_to_i64(t, MR_TUPLE(v)->items[0], &i))
        return false;
    p->sched_priority = (int)i;
    if (i == p->sched_priority)
        return true;
    mr_raise(t, MR_EXC_OverflowError, "sched_priority out of range");
    return false;
}

bool mr_posix_sched_parameters(MrThread *t, MrValue v, struct sched_param *p) { return read_parameters(t, v, p); }

static MrValue posix_sched_getscheduler(MrThread *t, MrValue *a)
{
    int pid;
    if (!mr_posix_int(t, a[0], &pid))
        return MR_ERROR;
    int policy = sched_getscheduler(pid);
    return policy < 0 ? mr_path_error(t, NULL) : mr_small_int(policy);
}

static MrValue posix_sched_setscheduler(MrThread *t, MrValue *a)
{
    int pid, policy;
    struct sched_param p;
    if (!mr_posix_int(t, a[0], &pid) || !mr_posix_int(t, a[1], &policy) || !read_parameters(t, a[2], &p))
        return MR_ERROR;
    return mr_posix_done(t, sched_setscheduler(pid, policy, &p), NULL);
}

static MrValue posix_sched_getparam(MrThread *t, MrValue *a)
{
    int pid;
    struct sched_param p;
    if (!mr_posix_int(t, a[0], &pid))
        return MR_ERROR;
    if (sched_getparam(pid, &p) < 0)
        return mr_path_error(t, NULL);
    MrValue v = mr_small_int(p.sched_priority);
    return mr_structseq_new(t, &parameters_def, &v);
}

static MrValue posix_sched_setparam(MrThread *t, MrValue *a)
{
    int pid;
    struct sched_param p;
    return mr_posix_int(t, a[0], &pid) && read_parameters(t, a[1], &p) ? mr_posix_done(t, sched_setparam(pid, &p), NULL) : MR_ERROR;
}

static MrValue posix_sched_rr_get_interval(MrThread *t, MrValue *a)
{
    int pid;
    struct timespec s;
    if (!mr_posix_int(t, a[0], &pid))
        return MR_ERROR;
    return sched_rr_get_interval(pid, &s) < 0 ? mr_path_error(t, NULL) : mr_float((double)s.tv_sec + 1e-9 * (double)s.tv_nsec);
}

/* ---- namespaces ---- */

static MrValue posix_setns(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), type = 0;
    if (fd < 0 || (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &type)))
        return MR_ERROR;
    return mr_posix_done(t, setns(fd, type), NULL);
}

static MrValue posix_unshare(MrThread *t, MrValue *a)
{
    int flags;
    return mr_posix_int(t, a[0], &flags) ? mr_posix_done(t, unshare(flags), NULL) : MR_ERROR;
}

/* ---- eventfd ---- */

/* A count without a sign, of at most `max`. */
static bool read_count(MrThread *t, MrValue v, uint64_t max, const char *too_large, uint64_t *n)
{
    MrIntView view;
    if (!mr_is_integer(v)) {
        mr_raise(t, MR_EXC_TypeError, "an integer is required");
        return false;
    }
    mr_int_view(v, &view);
    if (view.negative) {
        mr_raise(t, MR_EXC_ValueError, "value must be positive");
        return false;
    }
    *n = view.n ? view.limbs[0] : 0;
    if (view.n <= 1 && *n <= max)
        return true;
    mr_raise(t, MR_EXC_OverflowError, "%s", too_large);
    return false;
}

static MrValue posix_eventfd(MrThread *t, MrValue *a)
{
    uint64_t start;
    int flags = EFD_CLOEXEC;
    if (!read_count(t, a[0], UINT_MAX, "Python int too large for C unsigned int", &start) || (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &flags)))
        return MR_ERROR;
    int fd = eventfd((unsigned)start, flags);
    return fd < 0 ? mr_path_error(t, NULL) : mr_small_int(fd);
}

static MrValue posix_eventfd_read(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), r;
    eventfd_t value;
    if (fd < 0)
        return MR_ERROR;
    RETRY(r, eventfd_read(fd, &value));
    return r < 0 ? mr_path_error(t, NULL) : mr_int_u64(t, value);
}

static MrValue posix_eventfd_write(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), r;
    uint64_t value;
    if (fd < 0 || !read_count(t, a[1], UINT64_MAX, "int too big to convert", &value))
        return MR_ERROR;
    RETRY(r, eventfd_write(fd, value));
    return mr_posix_done(t, r, NULL);
}

/* ---- transfers ---- */

static MrValue transfer(MrThread *t, MrValue *a, const char *function, bool reading)
{
    int fd, n, flags = 0;
    struct iovec v[IOV_MAX];
    int64_t offset;
    ssize_t r;
    if (!mr_posix_int(t, a[0], &fd) || !mr_posix_vector(t, a[1], function, reading, v, &n) || !mr_to_i64(t, a[2], &offset) ||
        (a[3] != MR_UNBOUND && !mr_posix_int(t, a[3], &flags)))
        return MR_ERROR;
    if (reading)
        RETRY(r, preadv2(fd, v, n, offset, flags));
    else
        RETRY(r, pwritev2(fd, v, n, offset, flags));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

static MrValue posix_preadv(MrThread *t, MrValue *a) { return transfer(t, a, "preadv2", true); }
static MrValue posix_pwritev(MrThread *t, MrValue *a) { return transfer(t, a, "pwritev2", false); }

static MrValue posix_splice(MrThread *t, MrValue *a)
{
    int from = mr_fileno_of(t, a[0]), to = from < 0 ? -1 : mr_fileno_of(t, a[1]);
    int64_t n, offsets[2] = {0, 0};
    uint64_t flags = 0;
    ssize_t r;
    if (to < 0 || !mr_arg_ssize(t, a[2], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative value for 'count' not allowed");
    for (int i = 0; i < 2; i++)
        if (a[3 + i] != MR_UNBOUND && a[3 + i] != MR_NONE && !mr_to_i64(t, a[3 + i], &offsets[i]))
            return MR_ERROR;
    if (a[5] != MR_UNBOUND && !read_count(t, a[5], UINT_MAX, "Python int too large for C unsigned int", &flags))
        return MR_ERROR;
    loff_t at[2] = {offsets[0], offsets[1]};
    bool plain[2] = {a[3] == MR_UNBOUND || a[3] == MR_NONE, a[4] == MR_UNBOUND || a[4] == MR_NONE};
    RETRY(r, splice(from, plain[0] ? NULL : &at[0], to, plain[1] ? NULL : &at[1], (size_t)n, (unsigned)flags));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

static MrValue posix_posix_fadvise(MrThread *t, MrValue *a)
{
    int fd = mr_fileno_of(t, a[0]), advice, error;
    int64_t offset, n;
    if (fd < 0 || !mr_to_i64(t, a[1], &offset) || !mr_to_i64(t, a[2], &n) || !mr_posix_int(t, a[3], &advice))
        return MR_ERROR;
    mr_thread_leave(t);
    error = posix_fadvise(fd, offset, n, advice);
    mr_thread_enter(t);
    return error ? mr_raise_errno(t, error, MR_UNBOUND) : MR_NONE;
}

const MrMethodDef mr_posix_system_functions[] = {
    {"setuid(uid, /)", posix_setuid, "Make another user the process's.", 0},
    {"seteuid(euid, /)", posix_seteuid, "Act for another user from now on.", 0},
    {"setgid(gid, /)", posix_setgid, "Make another group the process's.", 0},
    {"setegid(egid, /)", posix_setegid, "Act for another group from now on.", 0},
    {"setreuid(ruid, euid, /)", posix_setreuid, "Change the real and the effective user; -1 leaves one as it is.", 0},
    {"setregid(rgid, egid, /)", posix_setregid, "Change the real and the effective group; -1 leaves one as it is.", 0},
    {"setresuid(ruid, euid, suid, /)", posix_setresuid, "Change the real, the effective and the saved user; -1 leaves one as it is.", 0},
    {"setresgid(rgid, egid, sgid, /)", posix_setresgid, "Change the real, the effective and the saved group; -1 leaves one as it is.", 0},
    {"setgroups(groups, /)", posix_setgroups, "Give the process these supplementary groups and no others.", 0},
    {"initgroups(username, gid, /)", posix_initgroups, "Give the process the groups that a user is in according to the group database, and `gid`.", 0},
    {"getgrouplist(user, group, /)", posix_getgrouplist, "The ids of the groups that a user is in; `group` is always among them.", 0},
    {"login_tty(fd, /)", posix_login_tty, "Begin a session with a terminal: it becomes the controlling one and the three standard streams; fd is closed.", 0},
    {"sched_getscheduler(pid, /)", posix_sched_getscheduler, "The scheduling policy of a process; 0 means this one.", 0},
    {"sched_setscheduler(pid, policy, param, /)", posix_sched_setscheduler, "Give a process another scheduling policy, with its sched_param; 0 means this one.", 0},
    {"sched_getparam(pid, /)", posix_sched_getparam, "The sched_param of a process; 0 means this one.", 0},
    {"sched_setparam(pid, param, /)", posix_sched_setparam, "Give a process another sched_param; 0 means this one.", 0},
    {"sched_rr_get_interval(pid, /)", posix_sched_rr_get_interval, "How many seconds a process runs under SCHED_RR before the next one's turn; 0 means this one.", 0},
    {"setns(fd, nstype=0)", posix_setns, "Move this thread into a namespace, given by a descriptor of it.", 0},
    {"unshare(flags)", posix_unshare, "Part from what is shared with others: CLONE_... flags say which namespaces.", 0},
    {"eventfd(initval, flags=524288)", posix_eventfd, "A new descriptor that holds a counter, to wake up those who wait.", 0},
    {"eventfd_read(fd)", posix_eventfd_read, "Take the counter's value, waiting until there is one.", 0},
    {"eventfd_write(fd, value)", posix_eventfd_write, "Add to the counter.", 0},
    {"preadv(fd, buffers, offset, flags=0, /)", posix_preadv, "Fill buffers one after another from a place of the file; flags are RWF_... How many bytes came is the result.", 0},
    {"pwritev(fd, buffers, offset, flags=0, /)", posix_pwritev, "Write buffers one after another to a place of the file; flags are RWF_... How many bytes went is the result.", 0},
    {"splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)", posix_splice, "Move bytes between descriptors, of which one is a pipe, without copying them through the program.", 0},
    {"posix_fadvise(fd, offset, length, advice, /)", posix_posix_fadvise, "Tell the system how a part of a file is going to be read.", 0},
    {0},
};
