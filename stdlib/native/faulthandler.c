/* faulthandler: the Python stacks on a descriptor, when the process is about to die, when a signal or the time says so. The machinery is vm/fault.c. */
#include "vm/fault.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "vm/call.h"
#include "vm/signals.h"

/* The descriptor of a file argument; the file, which must stay open, comes back in *keep. [script] */
static bool fd_of(MrThread *t, MrValue v, int *fd, MrValue *keep)
{
    int64_t n;
    *keep = MR_NONE;
    if (v == MR_UNBOUND || v == MR_NONE) {
        v = mr_sys_get(t, mr_intern(t, "stderr", 6));
        if (v == MR_UNBOUND)
            return mr_raise(t, MR_EXC_RuntimeError, "unable to get sys.stderr") != MR_ERROR;
        if (v == MR_NONE)
            return mr_raise(t, MR_EXC_RuntimeError, "sys.stderr is None") != MR_ERROR;
    } else if (mr_is_integer(v)) {
        if (!mr_to_i64(t, v, &n))
            return false;
        *fd = (int)n;
        return n >= 0 || mr_raise(t, MR_EXC_ValueError, "file is not a valid file descriptor") != MR_ERROR;
    }
    *keep = v;
    v = mr_call_method0(t, v, mr_intern(t, "fileno", 6));
    if (v == MR_ERROR)
        return false;
    if (!mr_is_int(v) || mr_int_of(v) < 0)
        return mr_raise(t, MR_EXC_RuntimeError, "file.fileno() is not a valid file descriptor") != MR_ERROR;
    *fd = (int)mr_int_of(v);
    if (mr_call_method0(t, *keep, mr_intern(t, "flush", 5)) == MR_ERROR)
        mr_take_pending(t);
    return true;
}

/* Files that somebody writes to later are kept alive by the module's dict. */
static bool keep_file(MrThread *t, int purpose, MrValue file)
{
    MrValue m = mr_import(t, "faulthandler");
    char name[24];
    snprintf(name, sizeof name, "_file%d", purpose);
    return m != MR_ERROR && mr_module_add(t, (MrModule *)mr_obj_of(m), name, file);
}
enum { FOR_FATAL = -1, FOR_LATER = 0 /* and the numbers of signals */ };

static int flag(MrThread *t, MrValue v, int standard) { return v == MR_UNBOUND ? standard : mr_truth(t, v); }

static MrValue faulthandler_dump_traceback(MrThread *t, MrValue *a)
{
    int fd, all = flag(t, a[1], 1);
    MrValue file;
    if (all < 0 || !fd_of(t, a[0], &fd, &file))
        return MR_ERROR;
    if (all)
        mr_fault_dump_all(fd, t->iso, t);
    else
        mr_fault_dump(fd, t, "Stack (most recent call first):\n");
    return MR_NONE;
}

static MrValue faulthandler_enable(MrThread *t, MrValue *a)
{
    int fd, all = flag(t, a[1], 1);
    MrValue file;
    if (all < 0 || !fd_of(t, a[0], &fd, &file) || !keep_file(t, FOR_FATAL, file))
        return MR_ERROR;
    return mr_fault_enable(t, fd, all) ? MR_NONE : MR_ERROR;
}

static MrValue faulthandler_disable(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_bool(mr_fault_disable(t->iso));
}

static MrValue faulthandler_is_enabled(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_bool(mr_fault_is_enabled(t->iso));
}

static MrValue faulthandler_later(MrThread *t, MrValue *a)
{
    double seconds;
    char heading[64], fraction[16] = "";
    int fd, repeat = flag(t, a[1], 0), leave = flag(t, a[3], 0);
    MrValue file;
    if (repeat < 0 || leave < 0)
        return MR_ERROR;
    if (!mr_to_double(t, a[0], &seconds))
        return mr_clear_if(t, MR_EXC_TypeError) ? mr_raise(t, MR_EXC_TypeError, "'%s' object cannot be interpreted as an integer", mr_type_name(t, a[0])) : MR_ERROR;
    if (isnan(seconds))
        return mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)");
    if (seconds >= 9223372036.0)
        return seconds < 1e15 ? mr_raise(t, MR_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t") : mr_raise(t, MR_EXC_OverflowError, "timeout value is too large");
    int64_t us = (int64_t)ceil(seconds * 1e6);
    if (us <= 0)
        return mr_raise(t, MR_EXC_ValueError, "timeout must be greater than 0");
    if (!fd_of(t, a[2], &fd, &file) || !keep_file(t, FOR_LATER, file))
        return MR_ERROR;
    if (us % 1000000)
        snprintf(fraction, sizeof fraction, ".%06d", (int)(us % 1000000));
    snprintf(heading, sizeof heading, "Timeout (%lld:%02d:%02d%s)!\n", (long long)(us / 3600000000), (int)(us / 60000000 % 60), (int)(us / 1000000 % 60), fraction);
    return mr_fault_later(t, us * 1000, repeat, fd, leave, heading) ? MR_NONE : MR_ERROR;
}

static MrValue faulthandler_cancel(MrThread *t, MrValue *a)
{
    (void)a;
    mr_fault_cancel(t->iso);
    return MR_NONE;
}

static bool signal_of(MrThread *t, MrValue v, int *number)
{
    int64_t n;
    if (!mr_to_i64(t, v, &n))
        return false;
    if (n > 0 && n < MR_N_SIGNALS && mr_fault_is_fatal((int)n))
        return mr_raise(t, MR_EXC_RuntimeError, "signal %d cannot be registered, use enable() instead", (int)n) != MR_ERROR;
    *number = (int)n;
    return (n >= 1 && n < MR_N_SIGNALS) || mr_raise(t, MR_EXC_ValueError, "signal number out of range") != MR_ERROR;
}

static MrValue faulthandler_register(MrThread *t, MrValue *a)
{
    int number, fd, all = flag(t, a[2], 1), chain = flag(t, a[3], 0);
    MrValue file;
    if (all < 0 || chain < 0 || !signal_of(t, a[0], &number) || !fd_of(t, a[1], &fd, &file) || !keep_file(t, number, file))
        return MR_ERROR;
    return mr_fault_register(t, number, fd, all, chain) ? MR_NONE : MR_ERROR;
}

static MrValue faulthandler_unregister(MrThread *t, MrValue *a)
{
    int number;
    return signal_of(t, a[0], &number) ? mr_bool(mr_fault_unregister(t->iso, number)) : MR_ERROR;
}

/* ---- dying on purpose, for tests ---- */

static void no_core(void) { setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}); }

#define DEATH(name, number)                                       \
    static MrValue faulthandler_##name(MrThread *t, MrValue *a)   \
    {                                                             \
        (void)t;                                                  \
        (void)a;                                                  \
        no_core();                                                \
        raise(number);                                            \
        return MR_NONE;                                           \
    }
DEATH(sigsegv, SIGSEGV)
DEATH(sigabrt, SIGABRT)
DEATH(sigfpe, SIGFPE)
#undef DEATH

static const MrMethodDef functions[] = {
    {"enable(file=sys.stderr, all_threads=True)", faulthandler_enable, "Dump the stacks when a fatal signal arrives.", 0},
    {"disable()", faulthandler_disable, "Leave fatal signals alone again.", 0},
    {"is_enabled()", faulthandler_is_enabled, "Do fatal signals dump the stacks?", 0},
    {"dump_traceback(file=sys.stderr, all_threads=True)", faulthandler_dump_traceback, "Write the stacks of the threads to a file.", 0},
    {"dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False)", faulthandler_later, "Dump the stacks of all threads after so many seconds.", 0},
    {"cancel_dump_traceback_later()", faulthandler_cancel, "Forget the dump that dump_traceback_later() asked for.", 0},
    {"register(signum, file=sys.stderr, all_threads=True, chain=False)", faulthandler_register, "Dump the stacks when a signal arrives.", 0},
    {"unregister(signum, /)", faulthandler_unregister, "Do what a signal did before register().", 0},
    {"_sigsegv()", faulthandler_sigsegv, "Crash by a segmentation fault, for tests.", 0},
    {"_read_null()", faulthandler_sigsegv, "Crash by reading address zero, for tests.", 0},
    {"_sigabrt()", faulthandler_sigabrt, "Crash by abort(), for tests.", 0},
    {"_sigfpe()", faulthandler_sigfpe, "Crash by a division by zero, for tests.", 0},
    {0},
};

const MrModuleDef mr_module_faulthandler = {.name = "faulthandler", .functions = functions, .doc =
     "Tracebacks of all threads after a crash, on a signal, or after a time."};
