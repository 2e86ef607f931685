/* _signal: what the module `signal` is made of; numbers are plain ints here. The machinery is in vm/signals.c. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "vm/error.h"
#include "vm/signals.h"
#include "vm/types/structseq.h"

static const struct { const char *name; int number; } numbers[] = {
    {"SIGHUP", SIGHUP}, {"SIGINT", SIGINT}, {"SIGQUIT", SIGQUIT}, {"SIGILL", SIGILL}, {"SIGTRAP", SIGTRAP}, {"SIGABRT", SIGABRT}, {"SIGIOT", SIGIOT},
    {"SIGBUS", SIGBUS}, {"SIGFPE", SIGFPE}, {"SIGKILL", SIGKILL}, {"SIGUSR1", SIGUSR1}, {"SIGSEGV", SIGSEGV}, {"SIGUSR2", SIGUSR2}, {"SIGPIPE", SIGPIPE},
    {"SIGALRM", SIGALRM}, {"SIGTERM", SIGTERM}, {"SIGSTKFLT", SIGSTKFLT}, {"SIGCHLD", SIGCHLD}, {"SIGCLD", SIGCHLD}, {"SIGCONT", SIGCONT},
    {"SIGSTOP", SIGSTOP}, {"SIGTSTP", SIGTSTP}, {"SIGTTIN", SIGTTIN}, {"SIGTTOU", SIGTTOU}, {"SIGURG", SIGURG}, {"SIGXCPU", SIGXCPU}, {"SIGXFSZ", SIGXFSZ},
    {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF}, {"SIGWINCH", SIGWINCH}, {"SIGIO", SIGIO}, {"SIGPOLL", SIGPOLL}, {"SIGPWR", SIGPWR}, {"SIGSYS", SIGSYS},
};

static const struct { const char *name; int value; } constants[] = {
    {"SIG_DFL", 0}, {"SIG_IGN", 1}, {"SIG_BLOCK", SIG_BLOCK}, {"SIG_UNBLOCK", SIG_UNBLOCK}, {"SIG_SETMASK", SIG_SETMASK}, {"ITIMER_REAL", ITIMER_REAL},
    {"ITIMER_VIRTUAL", ITIMER_VIRTUAL}, {"ITIMER_PROF", ITIMER_PROF}, {"NSIG", MR_N_SIGNALS},
};

/* A signal's number out of 1..64. */
static bool number_of(MrThread *t, MrValue v, int *number)
{
    int64_t n;
    if (!mr_to_i64(t, v, &n))
        return false;
    if (n < 1 || n >= MR_N_SIGNALS) {
        mr_raise(t, MR_EXC_ValueError, "signal number out of range");
        return false;
    }
    *number = (int)n;
    return true;
}

static MrValue signal_signal(MrThread *t, MrValue *a)
{
    int number;
    if (!number_of(t, a[0], &number))
        return MR_ERROR;
    MrValue handler = a[1];
    int64_t n;
    if (mr_is_integer(handler)) {
        if (!mr_to_i64(t, handler, &n))
            return MR_ERROR;
        handler = n == 0 || n == 1 ? mr_small_int(n) : MR_UNBOUND;
    } else if (!mr_callable(t, handler)) {
        handler = MR_UNBOUND;
    }
    if (t != &t->iso->main)
        return mr_raise(t, MR_EXC_ValueError, "signal only works in main thread of the main interpreter");
    if (handler == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    if (!mr_signals_run(t))
        return MR_ERROR;
    MrValue old = mr_signal_handler(t, number);
    return old == MR_ERROR || !mr_signal_set_handler(t, number, handler) ? MR_ERROR : old;
}

static MrValue signal_getsignal(MrThread *t, MrValue *a)
{
    int number;
    return number_of(t, a[0], &number) ? mr_signal_handler(t, number) : MR_ERROR;
}

static MrValue signal_raise_signal(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_to_i64(t, a[0], &n))
        return MR_ERROR;
    if (n != (int)n || raise((int)n))
        return mr_raise_errno(t, errno ? errno : EINVAL, MR_UNBOUND);
    return mr_signals_run(t) ? MR_NONE : MR_ERROR;
}

static MrValue signal_strsignal(MrThread *t, MrValue *a)
{
    int number;
    if (!number_of(t, a[0], &number))
        return MR_ERROR;
    const char *text = strsignal(number);
    return text && strncmp(text, "Unknown signal", 14) ? mr_str_c(t, text) : MR_NONE;
}

static MrValue signal_alarm(MrThread *t, MrValue *a)
{
    int64_t seconds;
    return mr_to_i64(t, a[0], &seconds) ? mr_int(t, alarm((unsigned)seconds)) : MR_ERROR;
}

static MrValue signal_pause(MrThread *t, MrValue *a)
{
    (void)a;
    mr_thread_leave(t);
    pause();
    mr_thread_enter(t);
    return mr_signals_run(t) ? MR_NONE : MR_ERROR;
}

static bool to_timeval(MrThread *t, MrValue v, struct timeval *out)
{
    double d = 0;
    if (v != MR_UNBOUND && !mr_to_double(t, v, &d))
        return false;
    double whole = floor(d);
    if (!(fabs(d) < 9e18)) {
        mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t");
        return false;
    }
    out->tv_sec = (time_t)whole;
    out->tv_usec = (suseconds_t)ceil((d - whole) * 1e6);
    if (out->tv_usec == 1000000) {
        out->tv_sec++;
        out->tv_usec = 0;
    }
    return true;
}

static MrValue timer_pair(MrThread *t, const struct itimerval *timer)
{
    MrValue v[2] = {mr_float((double)timer->it_value.tv_sec + (double)timer->it_value.tv_usec / 1e6),
                    mr_float((double)timer->it_interval.tv_sec + (double)timer->it_interval.tv_usec / 1e6)};
    return mr_tuple_from(t, v, 2);
}

/* signal.ItimerError is OSError by another name. */
static MrValue signal_setitimer(MrThread *t, MrValue *a)
{
    int64_t which;
    struct itimerval timer, old;
    if (!mr_to_i64(t, a[0], &which) || !to_timeval(t, a[1], &timer.it_value) || !to_timeval(t, a[2], &timer.it_interval))
        return MR_ERROR;
    if (setitimer((int)which, &timer, &old))
        return mr_raise_errno(t, errno, MR_UNBOUND);
    return timer_pair(t, &old);
}

static MrValue signal_getitimer(MrThread *t, MrValue *a)
{
    int64_t which;
    struct itimerval timer;
    if (!mr_to_i64(t, a[0], &which))
        return MR_ERROR;
    return getitimer((int)which, &timer) ? mr_raise_errno(t, errno, MR_UNBOUND) : timer_pair(t, &timer);
}

static MrValue signal_siginterrupt(MrThread *t, MrValue *a)
{
    int number, flag = mr_truth(t, a[1]);
    struct sigaction sa;
    if (flag < 0 || !number_of(t, a[0], &number))
        return MR_ERROR;
    if (sigaction(number, NULL, &sa))
        return mr_raise_errno(t, errno, MR_UNBOUND);
    sa.sa_flags = flag ? sa.sa_flags & ~SA_RESTART : sa.sa_flags | SA_RESTART;
    return sigaction(number, &sa, NULL) ? mr_raise_errno(t, errno, MR_UNBOUND) : MR_NONE;
}

/* ---- sets of signals ---- */

static MrValue set_to_list(MrThread *t, const sigset_t *set)
{
    MrValue list = mr_list_new(t, 8);
    for (int n = 1; list != MR_ERROR && n < MR_N_SIGNALS; n++)
        if (sigismember(set, n) == 1 && !mr_list_append(t, list, mr_small_int(n)))
            return MR_ERROR;
    return list;
}

/* The signals whose numbers an iterable gives. [script] */
static bool read_set(MrThread *t, MrValue numbers_given, sigset_t *set)
{
    sigemptyset(set);
    MrValue it = mr_iter(t, numbers_given);
    for (MrValue v; it != MR_ERROR && (v = mr_next(t, it)) != MR_UNBOUND;) {
        int64_t n;
        if (v == MR_ERROR)
            return false;
        if (!mr_to_i64(t, v, &n)) {
            if (!mr_clear_if(t, MR_EXC_OverflowError))
                return false;
            n = -1;
        }
        if (n < 1 || n >= MR_N_SIGNALS)
            return mr_raise(t, MR_EXC_ValueError, "signal number %lld out of range [1; %d]", (long long)n, MR_N_SIGNALS - 1), false;
        sigaddset(set, (int)n);
    }
    return it != MR_ERROR;
}

static MrValue signal_pthread_sigmask(MrThread *t, MrValue *a)
{
    int64_t how;
    sigset_t set, old;
    if (!mr_to_i64(t, a[0], &how) || !read_set(t, a[1], &set))
        return MR_ERROR;
    int error = pthread_sigmask((int)how, &set, &old);
    if (error)
        return mr_raise_errno(t, error, MR_UNBOUND);
    return mr_signals_run(t) ? set_to_list(t, &old) : MR_ERROR;
}

static MrValue signal_sigpending(MrThread *t, MrValue *a)
{
    (void)a;
    sigset_t set;
    return sigpending(&set) ? mr_raise_errno(t, errno, MR_UNBOUND) : set_to_list(t, &set);
}

static MrValue signal_valid_signals(MrThread *t, MrValue *a)
{
    (void)a;
    sigset_t set;
    sigfillset(&set);
    return set_to_list(t, &set);
}

/* ---- waiting for signals, sending them ---- */

static const MrGetSetDef siginfo_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "si_signo", "which signal it is"), MR_STRUCTSEQ_FIELD(1, "si_code", "why it was sent"),
    MR_STRUCTSEQ_FIELD(2, "si_errno", "an error number that came with it"), MR_STRUCTSEQ_FIELD(3, "si_pid", "the process that sent it"),
    MR_STRUCTSEQ_FIELD(4, "si_uid", "the user whose process sent it"), MR_STRUCTSEQ_FIELD(5, "si_status", "the exit code, or a signal"),
    MR_STRUCTSEQ_FIELD(6, "si_band", "the events of SIGPOLL"), {0}};

static const MrStructSeqDef siginfo_def = {
    .type = {.name = "signal.struct_siginfo", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods,
             .getset = siginfo_fields,
             .doc = "What sigwaitinfo() and sigtimedwait() tell about a signal.", .module = "signal"},
    .n_visible = 7,
};

/* The fields share memory: what the record does not say for its kind of signal is some other number. */
static MrValue siginfo(MrThread *t, const siginfo_t *s)
{
    MrValue v[7] = {mr_small_int(s->si_signo), mr_small_int(s->si_code), mr_small_int(s->si_errno), mr_small_int(s->si_pid),
                    mr_small_int(s->si_uid), mr_small_int(s->si_status), mr_int(t, s->si_band)};
    if (v[6] == MR_ERROR)
        return MR_ERROR;
    return mr_structseq_new(t, &siginfo_def, v);
}

static MrValue signal_sigwait(MrThread *t, MrValue *a)
{
    sigset_t set;
    int number = 0, error;
    if (!read_set(t, a[0], &set))
        return MR_ERROR;
    mr_thread_leave(t);
    error = sigwait(&set, &number);
    mr_thread_enter(t);
    return error ? mr_raise_errno(t, error, MR_UNBOUND) : mr_small_int(number);
}

/* ns < 0: no limit. None when the time is over. */
static MrValue wait_for(MrThread *t, MrValue numbers_given, int64_t ns)
{
    sigset_t set;
    siginfo_t info;
    struct timespec now, limit;
    if (!read_set(t, numbers_given, &set))
        return MR_ERROR;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int64_t begun = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec, left = ns;
    for (;;) {
        limit = (struct timespec){left / 1000000000, left % 1000000000};
        mr_thread_leave(t);
        int r = ns < 0 ? sigwaitinfo(&set, &info) : sigtimedwait(&set, &info, &limit);
        mr_thread_enter(t);
        if (r >= 0)
            return siginfo(t, &info);
        if (errno == EAGAIN)
            return MR_NONE;
        if (errno != EINTR)
            return mr_raise_errno(t, errno, MR_UNBOUND);
        if (!mr_poll(t))
            return MR_ERROR;
        clock_gettime(CLOCK_MONOTONIC, &now);
        left = ns - ((int64_t)now.tv_sec * 1000000000 + now.tv_nsec - begun);
        left = left < 0 ? 0 : left;
    }
}

static MrValue signal_sigwaitinfo(MrThread *t, MrValue *a) { return wait_for(t, a[0], -1); }

static MrValue signal_sigtimedwait(MrThread *t, MrValue *a)
{
    double seconds;
    if (!mr_to_double(t, a[1], &seconds))
        return MR_ERROR;
    if (seconds < 0)
        return mr_raise(t, MR_EXC_ValueError, "timeout must be non-negative");
    if (!(seconds < 9e9))
        return mr_raise(t, MR_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t");
    return wait_for(t, a[0], (int64_t)ceil(seconds * 1e9));
}

/* Only to threads that the isolate knows: the system's call does not check. */
static MrValue signal_pthread_kill(MrThread *t, MrValue *a)
{
    int64_t ident, n;
    if (!mr_to_i64(t, a[0], &ident) || !mr_to_i64(t, a[1], &n))
        return MR_ERROR;
    const MrThread *to = t->iso->threads.list;
    while (to && to->ident != (uint64_t)ident)
        to = to->next;
    int error = to ? pthread_kill((pthread_t)ident, (int)n) : ESRCH;
    if (error)
        return mr_raise_errno(t, error, MR_UNBOUND);
    return mr_signals_run(t) ? MR_NONE : MR_ERROR;
}

static MrValue signal_pidfd_send_signal(MrThread *t, MrValue *a)
{
    int64_t fd, n, flags = 0;
    if (!mr_to_i64(t, a[0], &fd) || !mr_to_i64(t, a[1], &n) || (a[3] != MR_UNBOUND && !mr_to_i64(t, a[3], &flags)))
        return MR_ERROR;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "siginfo must be None");
    if (syscall(SYS_pidfd_send_signal, (int)fd, (int)n, NULL, (unsigned)flags) < 0)
        return mr_raise_errno(t, errno, MR_UNBOUND);
    return mr_signals_run(t) ? MR_NONE : MR_ERROR; /* it may have been sent to this very process */
}

static MrValue signal_set_wakeup_fd(MrThread *t, MrValue *a)
{
    int64_t fd;
    int former, flags;
    struct stat s;
    if (!mr_to_i64(t, a[0], &fd) || (a[1] != MR_UNBOUND && mr_truth(t, a[1]) < 0))
        return MR_ERROR;
    if (t != &t->iso->main)
        return mr_raise(t, MR_EXC_ValueError, "set_wakeup_fd only works in main thread of the main interpreter");
    if (fd != -1) {
        if (fstat((int)fd, &s) < 0)
            return mr_raise_errno(t, errno, MR_UNBOUND);
        flags = fcntl((int)fd, F_GETFL);
        if (flags >= 0 && !(flags & O_NONBLOCK))
            return mr_raise(t, MR_EXC_ValueError, "the fd %d must be in non-blocking mode", (int)fd);
    }
    return mr_signal_set_wakeup(t, (int)fd, &former) ? mr_small_int(former) : MR_ERROR;
}

/* Names and numbers, for the enum that signal.py makes. */
static MrValue signal_names(MrThread *t, MrValue *a)
{
    (void)a;
    MrDict *d = mr_dict_new(t);
    for (size_t i = 0; d && i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_dict_set_c(t, d, numbers[i].name, mr_small_int(numbers[i].number)))
            return MR_ERROR;
    if (!d || !mr_dict_set_c(t, d, "SIGRTMIN", mr_small_int(SIGRTMIN)) || !mr_dict_set_c(t, d, "SIGRTMAX", mr_small_int(SIGRTMAX)))
        return MR_ERROR;
    return mr_val(d);
}

static const MrMethodDef functions[] = {
    {"signal(signalnum, handler, /)", signal_signal, "Set the action for the given signal and return the former one.", 0},
    {"getsignal(signalnum, /)", signal_getsignal, "What happens at a signal: a function, SIG_DFL, SIG_IGN, or None if it was not set from here.", 0},
    {"raise_signal(signalnum, /)", signal_raise_signal, "Act as if this process had been sent a signal.", 0},
    {"default_int_handler(signalnum, frame, /)", mr_signal_default_int, "What SIGINT does by default: raise KeyboardInterrupt.", 0},
    {"strsignal(signalnum, /)", signal_strsignal, "The system's name for a signal, or None.", 0},
    {"alarm(seconds, /)", signal_alarm, "Have SIGALRM sent in so many seconds, 0 for never; returns how many were left of the alarm before.", 0},
    {"pause()", signal_pause, "Sleep until any signal comes.", 0},
    {"setitimer(which, seconds, interval=0.0, /)", signal_setitimer, "Set the given interval timer and return its former values.", 0},
    {"getitimer(which, /)", signal_getitimer, "(seconds left, interval in seconds) of one of the ITIMER_ timers.", 0},
    {"siginterrupt(signalnum, flag, /)", signal_siginterrupt, "Change whether system calls are interrupted by a signal or restarted.", 0},
    {"pthread_sigmask(how, mask, /)", signal_pthread_sigmask, "Change the set of blocked signals and return the former one.", 0},
    {"sigwait(sigset, /)", signal_sigwait, "Wait until a signal of the set arrives, take it and return its number.", 0},
    {"sigwaitinfo(sigset, /)", signal_sigwaitinfo, "Wait until a signal of the set arrives, take it and return what is known of it.", 0},
    {"sigtimedwait(sigset, timeout, /)", signal_sigtimedwait, "Like sigwaitinfo(), but None after so many seconds.", 0},
    {"pthread_kill(thread_id, signalnum, /)", signal_pthread_kill, "Direct a signal at one thread of this process.", 0},
    {"pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)", signal_pidfd_send_signal, "Send a signal to the process behind a pidfd.", 0},
    {"set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)", signal_set_wakeup_fd, "Have the numbers of arriving signals written to a descriptor; return the former one.", 0},
    {"sigpending()", signal_sigpending, "Return the signals that are blocked and have arrived.", 0},
    {"valid_signals()", signal_valid_signals, "Return the numbers of all signals.", 0},
    {"_names()", signal_names, "Return the names of signals with their numbers.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!mr_module_add(t, m, constants[i].name, mr_small_int(constants[i].value)))
            return false;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_module_add(t, m, numbers[i].name, mr_small_int(numbers[i].number)))
            return false;
    MrType *info = mr_structseq_type_new(t, &siginfo_def);
    return info && mr_module_add(t, m, "struct_siginfo", mr_val(info)) && mr_module_add(t, m, "ItimerError", mr_type_val(t, MR_EXC_OSError));
}

const MrModuleDef mr_module__signal = {.name = "_signal", .functions = functions, .init = init, .doc = "Signals by number."};
