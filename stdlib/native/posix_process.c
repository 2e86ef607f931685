/* posix, processes: identity, fork, waiting, signals; the machine: names, times, processors, random bytes.
 *
 * A child of fork has the thread that forked and no other. Not here: programs with pipes (that is subprocess), signal handlers (_signal.c). */
#define _GNU_SOURCE
#include "stdlib/native/posix.h"
#include "vm/isolate.h"

#include <grp.h>
#include <limits.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

static const MrGetSetDef uname_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "sysname", "the system's name, such as Linux"), MR_STRUCTSEQ_FIELD(1, "nodename", "this machine's name"),
    MR_STRUCTSEQ_FIELD(2, "release", "the kernel's release"), MR_STRUCTSEQ_FIELD(3, "version", "the kernel's build"),
    MR_STRUCTSEQ_FIELD(4, "machine", "the processor's type, such as x86_64"), {0}};
MR_POSIX_SEQUENCE(mr_posix_uname_def, "posix.uname_result", uname_fields, 5, 0, "Names and versions of the system and the machine.");

static const MrGetSetDef times_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "user", "seconds spent in this process's own code"), MR_STRUCTSEQ_FIELD(1, "system",
         "seconds the kernel spent for this process"), MR_STRUCTSEQ_FIELD(2, "children_user",
         "seconds spent in the code of ended children"),
    MR_STRUCTSEQ_FIELD(3, "children_system", "seconds the kernel spent for ended children"), MR_STRUCTSEQ_FIELD(4, "elapsed",
         "seconds on a clock with an unspecified start"), {0}};
MR_POSIX_SEQUENCE(mr_posix_times_def, "posix.times_result", times_fields, 5, 0, "Seconds of processor time, and of a clock.");

/* ---- who and where ---- */

/* A call without arguments that answers a number, or -1 with errno. */
#define NUMBER(name, call)                                            \
    static MrValue posix_##name(MrThread *t, MrValue *a)              \
    {                                                                 \
        (void)a;                                                      \
        int64_t r = (int64_t)(call);                                  \
        return r == -1 ? mr_path_error(t, NULL) : mr_int(t, r);       \
    }
NUMBER(getpid, getpid())
NUMBER(getppid, getppid())
NUMBER(getuid, getuid())
NUMBER(geteuid, geteuid())
NUMBER(getgid, getgid())
NUMBER(getegid, getegid())
NUMBER(getpgrp, getpgrp())
#undef NUMBER

/* Calls of `n` ints. */
#define INTS(name, n, result, call)                                   \
    static MrValue posix_##name(MrThread *t, MrValue *a)              \
    {                                                                 \
        int v[3] = {0};                                               \
        for (int i = 0; i < n; i++)                                   \
            if (!mr_posix_int(t, a[i], &v[i]))                        \
                return MR_ERROR;                                      \
        errno = 0;                                                    \
        int r = call;                                                 \
        if (r == -1 && errno)                                         \
            return mr_path_error(t, NULL);                            \
        return result;                                                \
    }
INTS(getpgid, 1, mr_int(t, r), getpgid(v[0]))
INTS(getsid, 1, mr_int(t, r), getsid(v[0]))
INTS(setpgid, 2, MR_NONE, setpgid(v[0], v[1]))
INTS(setpgrp, 0, MR_NONE, setpgid(0, 0))
INTS(setsid, 0, MR_NONE, setsid())
INTS(nice, 1, mr_int(t, r), nice(v[0]))
INTS(getpriority, 2, mr_int(t, r), getpriority((__priority_which_t)v[0], (id_t)v[1]))
INTS(setpriority, 3, MR_NONE, setpriority((__priority_which_t)v[0], (id_t)v[1], v[2]))
INTS(sched_yield, 0, MR_NONE, sched_yield())
INTS(sched_get_priority_max, 1, mr_int(t, r), sched_get_priority_max(v[0]))
INTS(sched_get_priority_min, 1, mr_int(t, r), sched_get_priority_min(v[0]))
INTS(kill, 2, mr_poll(t) ? MR_NONE : MR_ERROR, kill(v[0], v[1])) /* a signal to itself is handled at once */
INTS(killpg, 2, mr_poll(t) ? MR_NONE : MR_ERROR, killpg(v[0], v[1]))
INTS(umask, 1, mr_int(t, r), (int)umask((mode_t)v[0]))
INTS(strerror, 1, mr_str_c(t, strerror(v[0])), 0)
#undef INTS

static MrValue posix_getlogin(MrThread *t, MrValue *a)
{
    char buf[LOGIN_NAME_MAX + 1];
    (void)a;
    int error = getlogin_r(buf, sizeof buf);
    return error ? mr_raise_errno(t, error, MR_UNBOUND) : mr_path_name(t, buf, strlen(buf), false);
}

static MrValue posix_getgroups(MrThread *t, MrValue *a)
{
    gid_t groups[1024];
    int n = getgroups(1024, groups);
    (void)a;
    if (n < 0)
        return mr_path_error(t, NULL);
    MrValue list = mr_list_new(t, (size_t)n);
    for (int i = 0; list != MR_ERROR && i < n; i++)
        if (!mr_list_append(t, list, mr_int(t, groups[i])))
            return MR_ERROR;
    return list;
}

static MrValue three_ids(MrThread *t, int r, unsigned x, unsigned y, unsigned z)
{
    MrValue v[3] = {mr_int(t, x), mr_int(t, y), mr_int(t, z)};
    return r < 0 ? mr_path_error(t, NULL) : mr_tuple_from(t, v, 3);
}

static MrValue posix_getresuid(MrThread *t, MrValue *a)
{
    uid_t x = 0, y = 0, z = 0;
    (void)a;
    int r = getresuid(&x, &y, &z);
    return three_ids(t, r, x, y, z);
}

static MrValue posix_getresgid(MrThread *t, MrValue *a)
{
    gid_t x = 0, y = 0, z = 0;
    (void)a;
    int r = getresgid(&x, &y, &z);
    return three_ids(t, r, x, y, z);
}

/* ---- children ---- */

static MrValue posix_fork(MrThread *t, MrValue *a)
{
    (void)a;
    if (t->iso->ending)
        return mr_raise(t, MR_EXC_RuntimeError, "can't fork at interpreter shutdown");
    pid_t pid = fork();
    if (pid == 0)
        mr_threads_after_fork(t);
    return pid < 0 ? mr_path_error(t, NULL) : mr_int(t, pid);
}

static MrValue posix_forkpty(MrThread *t, MrValue *a)
{
    (void)a;
    int master = -1;
    if (t->iso->ending)
        return mr_raise(t, MR_EXC_RuntimeError, "can't fork at interpreter shutdown");
    pid_t pid = forkpty(&master, NULL, NULL, NULL);
    if (pid == 0)
        mr_threads_after_fork(t);
    return pid < 0 ? mr_path_error(t, NULL) : mr_tuple_from(t, (MrValue[]){mr_int(t, pid), mr_small_int(master)}, 2);
}

static MrValue posix__exit(MrThread *t, MrValue *a)
{
    int status;
    if (!mr_posix_int(t, a[0], &status))
        return MR_ERROR;
    if (t->iso->output)
        t->iso->output(t->iso->output_data, -1, "", 0);
    _exit(status);
}

static MrValue posix_abort(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    abort();
}

static MrValue wait_for(MrThread *t, int pid, int options)
{
    int status = 0;
    pid_t r;
    do {
        mr_thread_leave(t);
        r = waitpid(pid, &status, options);
        mr_thread_enter(t);
    } while (r < 0 && mr_posix_again(t));
    if (r < 0)
        return mr_path_error(t, NULL);
    MrValue v[2] = {mr_int(t, r), mr_small_int(status)};
    return mr_tuple_from(t, v, 2);
}

static MrValue posix_wait(MrThread *t, MrValue *a)
{
    (void)a;
    return wait_for(t, -1, 0);
}

static MrValue posix_waitpid(MrThread *t, MrValue *a)
{
    int pid, options;
    return mr_posix_int(t, a[0], &pid) && mr_posix_int(t, a[1], &options) ? wait_for(t, pid, options) : MR_ERROR;
}

/* wait3 and wait4: the status and what resources the child used. */
static MrValue posix_wait4(MrThread *t, MrValue *a)
{
    int pid, options, status = 0;
    struct rusage usage = {0}; /* left alone by WNOHANG when no child has ended */
    pid_t r;
    if (!mr_posix_int(t, a[0], &pid) || !mr_posix_int(t, a[1], &options))
        return MR_ERROR;
    do {
        mr_thread_leave(t);
        r = wait4(pid, &status, options, &usage);
        mr_thread_enter(t);
    } while (r < 0 && mr_posix_again(t));
    if (r < 0)
        return mr_path_error(t, NULL);
    MrValue resource = mr_import(t, "resource"), made = resource == MR_ERROR ? resource : mr_getattr_c(t, resource, "struct_rusage");
    if (made == MR_ERROR)
        return made;
    double user = (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec * 1e-6;
    double system = (double)usage.ru_stime.tv_sec + (double)usage.ru_stime.tv_usec * 1e-6;
    long rest[14] = {usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt, usage.ru_nswap,
                     usage.ru_inblock, usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals, usage.ru_nvcsw, usage.ru_nivcsw};
    MrValue v[16] = {mr_float(user), mr_float(system)};
    for (int i = 0; i < 14; i++)
        v[2 + i] = mr_int(t, rest[i]);
    MrValue all = mr_tuple_from(t, v, 16), out[3] = {mr_int(t, r), mr_small_int(status), all == MR_ERROR ? all : mr_call1(t, made, all)};
    return out[2] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, out, 3);
}

static MrValue posix_wait3(MrThread *t, MrValue *a)
{
    MrValue args[2] = {mr_small_int(-1), a[0]};
    return posix_wait4(t, args);
}

static const MrGetSetDef waitid_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "si_pid", "the process"),
    MR_STRUCTSEQ_FIELD(1, "si_uid", "its real user"),
    MR_STRUCTSEQ_FIELD(2, "si_signo", "SIGCHLD"),
    MR_STRUCTSEQ_FIELD(3, "si_status", "the exit code, or a signal"),
    MR_STRUCTSEQ_FIELD(4, "si_code", "what happened, one of CLD_"),
    {0},
};
MR_POSIX_SEQUENCE(mr_posix_waitid_def, "posix.waitid_result", waitid_fields, 5, 0, "What waitid() tells about a child.");

static MrValue posix_waitid(MrThread *t, MrValue *a)
{
    int type, options, r;
    int64_t id;
    siginfo_t info = {0};
    if (!mr_posix_int(t, a[0], &type) || !mr_to_i64(t, a[1], &id) || !mr_posix_int(t, a[2], &options))
        return MR_ERROR;
    do {
        mr_thread_leave(t);
        r = waitid((idtype_t)type, (id_t)id, &info, options);
        mr_thread_enter(t);
    } while (r < 0 && mr_posix_again(t));
    if (r < 0)
        return mr_path_error(t, NULL);
    if (!info.si_pid)
        return MR_NONE;
    MrValue v[5] = {mr_int(t, info.si_pid), mr_int(t, info.si_uid), mr_int(t, info.si_signo), mr_int(t, info.si_status), mr_int(t, info.si_code)};
    return mr_posix_sequence(t, &mr_posix_waitid_def, v, 5);
}

static MrValue posix_pidfd_open(MrThread *t, MrValue *a)
{
    int pid, flags = 0;
    if (!mr_posix_int(t, a[0], &pid) || (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &flags)))
        return MR_ERROR;
    long fd = syscall(SYS_pidfd_open, pid, flags);
    return fd < 0 ? mr_path_error(t, NULL) : mr_int(t, fd);
}

#define STATUS(name, result)                                                                             \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                                 \
    {                                                                                                    \
        int status;                                                                                      \
        return mr_posix_int(t, a[0], &status) ? result : MR_ERROR;                                       \
    }
STATUS(WIFEXITED, mr_bool(WIFEXITED(status)))
STATUS(WEXITSTATUS, mr_small_int(WEXITSTATUS(status)))
STATUS(WIFSIGNALED, mr_bool(WIFSIGNALED(status)))
STATUS(WTERMSIG, mr_small_int(WTERMSIG(status)))
STATUS(WIFSTOPPED, mr_bool(WIFSTOPPED(status)))
STATUS(WSTOPSIG, mr_small_int(WSTOPSIG(status)))
STATUS(WIFCONTINUED, mr_bool(WIFCONTINUED(status)))
STATUS(WCOREDUMP, mr_bool(WCOREDUMP(status)))
#undef STATUS

static MrValue posix_waitstatus_to_exitcode(MrThread *t, MrValue *a)
{
    int status;
    if (!mr_posix_int(t, a[0], &status))
        return MR_ERROR;
    if (WIFEXITED(status))
        return mr_small_int(WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        return mr_small_int(-WTERMSIG(status));
    if (WIFSTOPPED(status))
        return mr_raise(t, MR_EXC_ValueError, "process stopped by delivery of signal %i", WSTOPSIG(status));
    return mr_raise(t, MR_EXC_ValueError, "invalid wait status: %i", status);
}

static MrValue posix_system(MrThread *t, MrValue *a)
{
    MrPath p;
    if (!mr_path_read(t, a[0], "system", "command", 0, &p))
        return MR_ERROR;
    mr_thread_leave(t);
    int status = system(p.name);
    mr_thread_enter(t);
    return mr_small_int(status);
}

/* ---- the environment ---- */

static bool read_variable(MrThread *t, MrValue v, const char *function, MrPath *p)
{
    if (!mr_path_read(t, v, function, "name", 0, p))
        return false;
    if (!strchr(p->name, '='))
        return true;
    mr_raise(t, MR_EXC_ValueError, "illegal environment variable name");
    return false;
}

static MrValue posix_putenv(MrThread *t, MrValue *a)
{
    MrPath name, value;
    if (!read_variable(t, a[0], "putenv", &name) || !mr_path_read(t, a[1], "putenv", "value", 0, &value))
        return MR_ERROR;
    return mr_posix_done(t, setenv(name.name, value.name, 1), NULL);
}

static MrValue posix_unsetenv(MrThread *t, MrValue *a)
{
    MrPath name;
    return mr_path_read(t, a[0], "unsetenv", "name", 0, &name) ? mr_posix_done(t, unsetenv(name.name), NULL) : MR_ERROR;
}

/* ---- the machine ---- */

static MrValue posix_cpu_count(MrThread *t, MrValue *a)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    (void)a;
    return n < 1 ? MR_NONE : mr_int(t, n);
}

static MrValue posix_sched_getaffinity(MrThread *t, MrValue *a)
{
    int pid;
    cpu_set_t set;
    if (!mr_posix_int(t, a[0], &pid))
        return MR_ERROR;
    if (sched_getaffinity(pid, sizeof set, &set) < 0)
        return mr_path_error(t, NULL);
    MrValue v = mr_set_new(t, false);
    for (int i = 0; v != MR_ERROR && i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &set) && !mr_set_add(t, v, mr_small_int(i)))
            return MR_ERROR;
    return v;
}

static MrValue posix_sched_setaffinity(MrThread *t, MrValue *a)
{
    int pid, cpu;
    cpu_set_t set;
    MrValue cpus = mr_posix_int(t, a[0], &pid) ? mr_list_of(t, a[1]) : MR_ERROR;
    if (cpus == MR_ERROR)
        return MR_ERROR;
    CPU_ZERO(&set);
    for (size_t i = 0; i < MR_LIST(cpus)->length; i++) {
        if (!mr_posix_int(t, MR_LIST(cpus)->items[i], &cpu))
            return MR_ERROR;
        if (cpu < 0)
            return mr_raise(t, MR_EXC_ValueError, "negative CPU number");
        if (cpu < CPU_SETSIZE)
            CPU_SET(cpu, &set);
    }
    return mr_posix_done(t, sched_setaffinity(pid, sizeof set, &set), NULL);
}

static MrValue random_bytes(MrThread *t, int64_t n, unsigned flags)
{
    MrValue v = mr_bytes_new(t, NULL, (size_t)n);
    for (size_t at = 0, end; v != MR_ERROR && at < (size_t)n;) {
        end = mr_work_piece(at, (size_t)n);
        if (at && !mr_limits_tick(t))
            return MR_ERROR;
        ssize_t got = getrandom(MR_BYTES(v)->bytes + at, end - at, flags);
        if (got < 0 && !mr_posix_again(t))
            return mr_path_error(t, NULL);
        at += got < 0 ? 0 : (size_t)got;
    }
    return v;
}

static MrValue posix_urandom(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_arg_ssize(t, a[0], &n))
        return MR_ERROR;
    return n < 0 ? mr_raise(t, MR_EXC_ValueError, "negative argument not allowed") : random_bytes(t, n, 0);
}

static MrValue posix_getrandom(MrThread *t, MrValue *a)
{
    int64_t n;
    int flags = 0;
    if (!mr_arg_ssize(t, a[0], &n) || (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &flags)))
        return MR_ERROR;
    errno = EINVAL;
    return n < 0 ? mr_path_error(t, NULL) : random_bytes(t, n, (unsigned)flags);
}

static MrValue posix_uname(MrThread *t, MrValue *a)
{
    struct utsname u;
    (void)a;
    if (uname(&u) < 0)
        return mr_path_error(t, NULL);
    MrValue v[] = {mr_str_c(t, u.sysname), mr_str_c(t, u.nodename), mr_str_c(t, u.release), mr_str_c(t, u.version), mr_str_c(t, u.machine)};
    return mr_posix_sequence(t, &mr_posix_uname_def, v, 5);
}

static MrValue posix_times(MrThread *t, MrValue *a)
{
    struct tms s;
    clock_t now = times(&s);
    double tick = (double)sysconf(_SC_CLK_TCK);
    (void)a;
    MrValue v[] = {mr_float((double)s.tms_utime / tick), mr_float((double)s.tms_stime / tick), mr_float((double)s.tms_cutime / tick),
                   mr_float((double)s.tms_cstime / tick), mr_float((double)now / tick)};
    return mr_structseq_new(t, &mr_posix_times_def, v);
}

static MrValue posix_getloadavg(MrThread *t, MrValue *a)
{
    double load[3];
    (void)a;
    if (getloadavg(load, 3) != 3)
        return mr_raise(t, MR_EXC_OSError, "Load averages are unobtainable");
    MrValue v[3] = {mr_float(load[0]), mr_float(load[1]), mr_float(load[2])};
    return mr_tuple_from(t, v, 3);
}

static MrValue posix_sync(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    sync();
    return MR_NONE;
}

static MrValue posix_ctermid(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_str_c(t, "/dev/tty");
}

const MrMethodDef mr_posix_process_functions[] = {
    {"getpid()", posix_getpid, "The number of this process.", 0},
    {"getppid()", posix_getppid, "The number of the process that started this one.", 0},
    {"getuid()", posix_getuid, "The numeric user that started this process.", 0},
    {"geteuid()", posix_geteuid, "The numeric user whose rights this process has.", 0},
    {"getgid()", posix_getgid, "The numeric group of the user that started this process.", 0},
    {"getegid()", posix_getegid, "The numeric group whose rights this process has.", 0},
    {"getresuid()", posix_getresuid, "(real, effective, saved): the three user ids.", 0},
    {"getresgid()", posix_getresgid, "(real, effective, saved): the three group ids.", 0},
    {"getgroups()", posix_getgroups, "The further groups whose rights this process has.", 0},
    {"getlogin()", posix_getlogin, "Who is logged in on the controlling terminal.", 0},
    {"getpgid(pid)", posix_getpgid, "The process group of a process; 0 means this one.", 0},
    {"getpgrp()", posix_getpgrp, "The process group of this process.", 0},
    {"getsid(pid, /)", posix_getsid, "The session of a process; 0 means this one.", 0},
    {"setpgid(pid, pgrp, /)", posix_setpgid, "Put a process into a process group; 0 means this process, or a group of its own.", 0},
    {"setpgrp()", posix_setpgrp, "Give this process a process group of its own.", 0},
    {"setsid()", posix_setsid, "Start a new session with this process as its leader, without a controlling terminal.", 0},
    {"nice(increment, /)", posix_nice, "Add to this process's niceness, more of which means less urgent, and return it.", 0},
    {"getpriority(which, who)", posix_getpriority, "The niceness of a process, group or user.", 0},
    {"setpriority(which, who, priority)", posix_setpriority, "Set the niceness of a process, group or user.", 0},
    {"sched_yield()", posix_sched_yield, "Let others have the processor first.", 0},
    {"sched_get_priority_max(policy)", posix_sched_get_priority_max, "The highest priority that a scheduling policy knows.", 0},
    {"sched_get_priority_min(policy)", posix_sched_get_priority_min, "The lowest priority that a scheduling policy knows.", 0},
    {"sched_getaffinity(pid, /)", posix_sched_getaffinity, "The set of processors on which a process may run; 0 means this process.", 0},
    {"sched_setaffinity(pid, mask, /)", posix_sched_setaffinity, "Say on which processors a process may run; 0 means this process.", 0},
    {"cpu_count()", posix_cpu_count, "How many processors the system has, or None.", 0},
    {"fork()", posix_fork, "Duplicate this process. Returns 0 in the child, and the child's id in the parent.", 0},
    {"forkpty()", posix_forkpty,
     "fork() with a pseudo-terminal as the child's controlling terminal. Returns (pid, fd): pid as fork() does, fd for the parent's side.", 0},
    {"_exit(status)", posix__exit, "End the process at once with this status: nothing is flushed, no finally or atexit runs.", 0},
    {"abort()", posix_abort, "End the process with SIGABRT, which may leave a core file.", 0},
    {"wait()", posix_wait, "Wait for any child; returns its id and status.", 0},
    {"waitpid(pid, options, /)", posix_waitpid,
     "Wait for a child, or with -1 for any; returns its id and status, (0, 0) if WNOHANG was given and none has ended.", 0},
    {"wait3(options)", posix_wait3, "Wait for any child; returns its id and status.", 0},
    {"wait4(pid, options)", posix_wait4, "waitpid() that also tells the child's use of resources.", 0},
    {"waitid(idtype, id, options, /)", posix_waitid,
     "Wait for children chosen by idtype and id to change state as options say; None if WNOHANG was given and none has.", 0},
    {"pidfd_open(pid, flags=0)", posix_pidfd_open, "A descriptor for a process, which becomes readable when it ends.", 0},
    {"waitstatus_to_exitcode(status)", posix_waitstatus_to_exitcode,
     "The exit code within a status of waitpid(), or minus the number of the signal that ended the process.", 0},
    {"WIFEXITED(status)", posix_WIFEXITED, "Whether the process ended by itself, with an exit code.", 0},
    {"WEXITSTATUS(status)", posix_WEXITSTATUS, "The exit code, where WIFEXITED() is true.", 0},
    {"WIFSIGNALED(status)", posix_WIFSIGNALED, "Whether a signal ended the process.", 0},
    {"WTERMSIG(status)", posix_WTERMSIG, "Which signal ended the process, where WIFSIGNALED() is true.", 0},
    {"WIFSTOPPED(status)", posix_WIFSTOPPED, "Whether the process is stopped at the moment.", 0},
    {"WSTOPSIG(status)", posix_WSTOPSIG, "Which signal stopped the process, where WIFSTOPPED() is true.", 0},
    {"WIFCONTINUED(status)", posix_WIFCONTINUED, "Whether the process goes on after a stop.", 0},
    {"WCOREDUMP(status, /)", posix_WCOREDUMP, "Whether the end of the process left a core file.", 0},
    {"kill(pid, signal, /)", posix_kill, "Send a signal to a process.", 0},
    {"killpg(pgid, signal, /)", posix_killpg, "Send a signal to all processes of a group.", 0},
    {"system(command)", posix_system, "Run a command line with /bin/sh and wait for it; returns its status as waitpid() gives it.", 0},
    {"putenv(name, value, /)", posix_putenv,
     "Set a variable of the environment that programs inherit; os.environ does not notice, so assign there instead.", 0},
    {"unsetenv(name, /)", posix_unsetenv,
     "Remove a variable from the environment that programs inherit; os.environ does not notice, so delete there instead.", 0},
    {"umask(mask, /)", posix_umask, "Set which permissions new files do not get; returns the setting before.", 0},
    {"strerror(code, /)", posix_strerror, "The system's message for an error number.", 0},
    {"urandom(size, /)", posix_urandom, "size random bytes from the system, fit for keys and passwords.", 0},
    {"getrandom(size, flags=0)", posix_getrandom, "Up to size random bytes straight from the kernel; flags may be GRND_NONBLOCK and GRND_RANDOM.", 0},
    {"uname()", posix_uname, "Names and versions of the system and the machine.", 0},
    {"times()", posix_times, "How much processor time this process and its ended children took.", 0},
    {"getloadavg()", posix_getloadavg, "How many processes were ready to run, averaged over 1, 5 and 15 minutes.", 0},
    {"sync()", posix_sync, "Start to write everything that is held back to the disks.", 0},
    {"ctermid()", posix_ctermid, "Where the controlling terminal is found: /dev/tty.", 0},
    {0},
};
