/* _posixsubprocess: a child process with its descriptors, folder, identity and program as asked.
 *
 * Everything that the child needs is in C memory before the process is split: with vfork the child runs in the parent's memory and may do nothing but
 * system calls. A preexec_fn is script and takes a real fork. What goes wrong in the child before its program runs is reported through a pipe in text,
 * "Exception:errno in hex:detail", which subprocess turns into the exception in the parent. Handlers of signals must not run in a child that shares the
 * parent's memory, so signals are blocked around the split and have their default action in the child before it unblocks them. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdlib/native/io.h"
#include "stdlib/native/posix.h"
#include "vm/isolate.h"
#include "vm/threads.h"

typedef struct Plan {
    char **argv, **env, **programs; /* env NULL: the parent's */
    const char *cwd;
    int *keep;                      /* sorted descriptors that stay open */
    size_t n_keep;
    int in[2], out[2], err[2], report[2]; /* reading and writing end of each pipe, -1: none */
    bool close_fds, restore_signals, new_session, has_uid, has_gid, has_groups;
    int process_group, umask;
    uid_t uid;
    gid_t gid, *groups;
    size_t n_groups;
    MrValue preexec;                /* MR_NONE */
    MrValue kept;                   /* list of the bytes objects that the strings are in */
    sigset_t mask;                  /* the parent's */
} Plan;

/* ---- in the child ---- */

static void report_error(const Plan *p, const char *exception, int error, const char *detail)
{
    char text[96], hex[16];
    size_t n = 0, k = sizeof hex;
    unsigned e = (unsigned)error;
    do
        hex[--k] = "0123456789ABCDEF"[e & 15];
    while (e >>= 4);
    const char *parts[] = {exception, ":", NULL, ":", detail};
    for (int i = 0; i < 5; i++) {
        const char *s = parts[i] ? parts[i] : hex + k;
        size_t len = parts[i] ? strlen(s) : sizeof hex - k;
        memcpy(text + n, s, len);
        n += len;
    }
    if (write(p->report[1], text, n) < 0)
        _exit(255);
    _exit(255);
}

static int set_inheritable(int fd)
{
    int flags = fcntl(fd, F_GETFD);
    return flags < 0 ? -1 : fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC);
}

/* The descriptor of a standard stream: moved there, or made inheritable where it is already. */
static bool place(int from, int to)
{
    if (from == to)
        return set_inheritable(from) == 0;
    return from == -1 || dup2(from, to) >= 0;
}

static bool place_streams(Plan *p)
{
    /* ends that stand where another stream is to be move out of the way */
    if (p->out[1] == 0 && (p->out[1] = dup(p->out[1])) < 0)
        return false;
    while (p->err[1] == 0 || p->err[1] == 1)
        if ((p->err[1] = dup(p->err[1])) < 0)
            return false;
    return place(p->in[0], 0) && place(p->out[1], 1) && place(p->err[1], 2);
}

static void close_others(const Plan *p)
{
    int from = 3;
    for (size_t i = 0; i < p->n_keep; i++) {
        if (p->keep[i] < from)
            continue;
        if (p->keep[i] > from)
            close_range((unsigned)from, (unsigned)p->keep[i] - 1, 0);
        from = p->keep[i] + 1;
    }
    close_range((unsigned)from, ~0u, 0);
}

static void reset_handlers(const Plan *p)
{
    struct sigaction now, plain = {.sa_handler = SIG_DFL};
    for (int s = 1; s < NSIG; s++)
        if (sigaction(s, NULL, &now) == 0 && now.sa_handler != SIG_DFL && now.sa_handler != SIG_IGN)
            sigaction(s, &plain, NULL);
    if (p->restore_signals) {
        sigaction(SIGPIPE, &plain, NULL);
        sigaction(SIGXFSZ, &plain, NULL);
    }
}

static bool set_identity(const Plan *p)
{
    if (p->new_session && setsid() < 0)
        return false;
    if (p->process_group >= 0 && setpgid(0, p->process_group) < 0)
        return false;
    if (p->has_groups && setgroups(p->n_groups, p->groups) < 0)
        return false;
    if (p->has_gid && setregid(p->gid, p->gid) < 0)
        return false;
    return !p->has_uid || setreuid(p->uid, p->uid) == 0;
}

/* Never returns. t is NULL in a child that shares the parent's memory. */
static void run_child(MrThread *t, Plan *p)
{
    int saved = 0;
    for (size_t i = 0; i < p->n_keep; i++)
        if (p->keep[i] != p->report[1] && set_inheritable(p->keep[i]) < 0)
            report_error(p, "OSError", errno, "noexec");
    if (p->in[1] >= 0)
        close(p->in[1]);
    if (p->out[0] >= 0)
        close(p->out[0]);
    if (p->err[0] >= 0)
        close(p->err[0]);
    if (p->report[0] >= 0)
        close(p->report[0]);
    if (!place_streams(p))
        report_error(p, "OSError", errno, "noexec");
    if (p->cwd && chdir(p->cwd) < 0)
        report_error(p, "OSError", errno, "noexec:chdir");
    if (p->umask >= 0)
        umask((mode_t)p->umask);
    reset_handlers(p);
    sigprocmask(SIG_SETMASK, &p->mask, NULL);
    if (!set_identity(p))
        report_error(p, "OSError", errno, "noexec");
    if (t && p->preexec != MR_NONE && mr_call0(t, p->preexec) == MR_ERROR)
        report_error(p, "SubprocessError", 0, "Exception occurred in preexec_fn.");
    if (p->close_fds)
        close_others(p);
    for (char **program = p->programs; *program; program++) {
        if (p->env)
            execve(*program, p->argv, p->env);
        else
            execv(*program, p->argv);
        if (errno != ENOENT && errno != ENOTDIR && !saved)
            saved = errno;
    }
    report_error(p, "OSError", saved ? saved : errno, "");
}

/* ---- in the parent ---- */

/* A NULL-terminated array of C strings; their bytes objects are kept alive by `keep`. */
static char **read_strings(MrThread *t, MrValue sequence, const char *what, MrValue keep)
{
    MrValue list = mr_list_of(t, sequence);
    if (list == MR_ERROR)
        return NULL;
    size_t n = MR_LIST(list)->length;
    char **v = mr_buffer_new(t, (n + 1) * sizeof *v);
    if (!v)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        MrValue text = mr_path_fspath(t, MR_LIST(list)->items[i]);
        MrValue raw = text == MR_ERROR || mr_is_kind(text, MR_KIND_BYTES) ? text : mr_encode(t, text, "utf-8", "surrogateescape");
        if (raw == MR_ERROR || !mr_list_append(t, keep, raw))
            return NULL;
        v[i] = MR_BYTES(raw)->bytes;
        if (strlen(v[i]) != MR_BYTES(raw)->length) {
            (void)mr_raise(t, MR_EXC_ValueError, "embedded null byte");
            return NULL;
        }
    }
    if (n != MR_LIST(list)->length) {
        (void)mr_raise(t, MR_EXC_RuntimeError, "%s changed during iteration", what);
        return NULL;
    }
    return v;
}

static bool read_keep(MrThread *t, MrValue v, Plan *p)
{
    MrValue *items;
    int before = -1;
    if (!mr_sequence_items(v, &items, &p->n_keep)) {
        (void)mr_raise(t, MR_EXC_TypeError, "fork_exec() argument 4 must be tuple, not %s", mr_type_name(t, v));
        return false;
    }
    p->keep = mr_buffer_new(t, (p->n_keep + 1) * sizeof *p->keep);
    for (size_t i = 0; p->keep && i < p->n_keep; i++) {
        if (!mr_is_int(items[i]) || mr_int_of(items[i]) < 0 || mr_int_of(items[i]) > INT32_MAX || mr_int_of(items[i]) <= before) {
            (void)mr_raise(t, MR_EXC_ValueError, "bad value(s) in fds_to_keep");
            return false;
        }
        p->keep[i] = before = (int)mr_int_of(items[i]);
    }
    return p->keep != NULL;
}

static bool read_groups(MrThread *t, MrValue v, Plan *p)
{
    MrValue *items;
    p->has_groups = v != MR_NONE;
    if (v == MR_NONE)
        return true;
    if (!mr_sequence_items(v, &items, &p->n_groups)) {
        (void)mr_raise(t, MR_EXC_TypeError, "setgroups argument must be a sequence");
        return false;
    }
    if (p->n_groups > 65536) {
        (void)mr_raise(t, MR_EXC_ValueError, "too many extra_groups");
        return false;
    }
    p->groups = mr_buffer_new(t, (p->n_groups + 1) * sizeof *p->groups);
    for (size_t i = 0; p->groups && i < p->n_groups; i++) {
        if (!mr_posix_id(t, items[i], "gid", &p->groups[i])) {
            if (mr_clear_if(t, MR_EXC_OverflowError))
                (void)mr_raise(t, MR_EXC_ValueError, "invalid group id");
            return false;
        }
    }
    return p->groups != NULL;
}

static bool read_flag(MrThread *t, MrValue v, bool *out)
{
    int truth = mr_truth(t, v);
    *out = truth > 0;
    return truth >= 0;
}

static bool read_id(MrThread *t, MrValue v, const char *what, bool *has, unsigned *out)
{
    *has = v != MR_NONE;
    return !*has || mr_posix_id(t, v, what, out);
}

static pid_t split(MrThread *t, Plan *p, bool may_share)
{
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &p->mask);
    pid_t pid = may_share ? vfork() : fork();
    if (pid == 0) {
        if (!may_share)
            mr_threads_after_fork(t);
        run_child(may_share ? NULL : t, p);
    }
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &p->mask, NULL);
    errno = error;
    return pid;
}

/* The parameters are those of the row below. */
static MrValue subprocess_fork_exec(MrThread *t, MrValue *a)
{
    (void)mr_io_complete_writers(t, NULL);
    Plan plan = {0}, *p = &plan; /* on the C stack, where the collector finds what its pointers lead to */
    MrValue keep = p->kept = mr_list_new(t, 16), cwd = a[4];
    bool may_share;
    if (keep == MR_ERROR)
        return MR_ERROR;
    p->preexec = a[21];
    if (p->preexec != MR_NONE && t->iso->ending)
        return mr_raise(t, MR_EXC_RuntimeError, "preexec_fn not supported at interpreter shutdown");
    int *const ends[8] = {&p->in[0], &p->in[1], &p->out[0], &p->out[1], &p->err[0], &p->err[1], &p->report[0], &p->report[1]};
    for (int i = 0; i < 8; i++)
        if (!mr_posix_int(t, a[6 + i], ends[i]))
            return MR_ERROR;
    if (!read_flag(t, a[2], &p->close_fds) || !read_keep(t, a[3], p) || !read_flag(t, a[14], &p->restore_signals) || !read_flag(t, a[15], &p->new_session) ||
        !mr_posix_int(t, a[16], &p->process_group) || !read_id(t, a[17], "gid", &p->has_gid, &p->gid) || !read_groups(t, a[18], p) ||
        !read_id(t, a[19], "uid", &p->has_uid, &p->uid) || !mr_posix_int(t, a[20], &p->umask) || !read_flag(t, a[22], &may_share))
        return MR_ERROR;
    if (p->close_fds && p->report[1] < 3)
        return mr_raise(t, MR_EXC_ValueError, "errpipe_write must be >= 3");
    if (!(p->argv = read_strings(t, a[0], "args", keep)) || !(p->programs = read_strings(t, a[1], "executable_list", keep)))
        return MR_ERROR;
    if (a[5] != MR_NONE && !(p->env = read_strings(t, a[5], "env", keep)))
        return MR_ERROR;
    if (cwd != MR_NONE) {
        MrValue one = mr_tuple_from(t, &cwd, 1);
        char **path = one == MR_ERROR ? NULL : read_strings(t, one, "cwd", keep);
        if (!path)
            return MR_ERROR;
        p->cwd = path[0];
    }
    may_share &= p->preexec == MR_NONE && !p->has_uid && !p->has_gid && !p->has_groups;
    pid_t pid = split(t, p, may_share);
    return pid < 0 ? mr_path_error(t, NULL) : mr_int(t, pid);
}

static const MrMethodDef functions[] = {
    {"fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, "
     "restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, allow_vfork, /)",
     subprocess_fork_exec, "Start a program in a new process: descriptors, session, ids and signals are set up between fork and exec. Returns the "
                           "process id.", 0},
    {0},
};

const MrModuleDef mr_module__posixsubprocess = {.name = "_posixsubprocess", .functions = functions, .doc =
     "What subprocess needs in C: fork and exec in one call."};
