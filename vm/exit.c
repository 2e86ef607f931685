/* The end of a program: uncaught exceptions and SystemExit, atexit functions, writing out the standard streams.
 *
 * The order is CPython's: the report of the exception, then threads, then atexit functions, then the streams. Not here: the last collections
 * and finalizers (mr_isolate_finish).
 */
#include "vm/exit.h"

#include "stdlib/native/io.h"
#include "vm/error.h"

static MrValue sys_get(MrThread *t, const char *name)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    return s ? mr_sys_get(t, s) : MR_UNBOUND;
}

/* ---- SystemExit ---- */

int mr_exit_status(MrThread *t, MrValue exc, MrValue *message)
{
    if (message)
        *message = MR_UNBOUND;
    MrValue code = mr_getattr_c(t, exc, "code");
    if (code == MR_ERROR) {
        mr_take_pending(t);
        code = exc;
    }
    if (code == MR_NONE)
        return 0;
    if (mr_is_integer(code)) {
        int64_t n;
        if (mr_to_i64(t, code, &n))
            return (int)(n & 0xff);
        mr_print_exception(t, mr_take_pending(t));
        return 255;
    }
    if (message)
        *message = code;
    return 1;
}

static int leave(MrThread *t, MrValue exc)
{
    MrValue message;
    int status = mr_exit_status(t, exc, &message);
    if (message == MR_UNBOUND)
        return status;
    MrValue text = mr_str(t, message);
    MrValue second = mr_take_pending(t);
    if (text != MR_ERROR)
        mr_write_stderr(t, mr_cstr(text), MR_STR(text)->nbytes);
    mr_write_stderr(t, "\n", 1);
    if (text == MR_ERROR && mr_is_exception(second))
        mr_print_exception(t, second);
    return status;
}

/* ---- uncaught exceptions ---- */

/* sys.last_exc and its older names, for post-mortem debuggers. */
static void remember(MrThread *t, MrValue exc)
{
    MrDict *d = mr_sys_dict(t);
    if (!d || !mr_dict_set_c(t, d, "last_exc", exc) || !mr_dict_set_c(t, d, "last_type", mr_val(mr_typeof(t, exc))) ||
        !mr_dict_set_c(t, d, "last_value", exc) || !mr_dict_set_c(t, d, "last_traceback", MR_EXCEPTION(exc)->traceback))
        mr_take_pending(t);
}

void mr_forget_uncaught(MrThread *t)
{
    static const char *const names[] = {"last_exc", "last_type", "last_value", "last_traceback"};
    MrDict *d = t->iso->sys ? t->iso->sys->dict : NULL;
    for (int i = 0; d && i < 4; i++)
        if (sys_get(t, names[i]) != MR_UNBOUND && !mr_dict_set_c(t, d, names[i], MR_NONE))
            mr_take_pending(t);
}

static void say(MrThread *t, const char *text) { mr_write_stderr(t, text, strlen(text)); }

int mr_report_uncaught(MrThread *t)
{
    MrValue exc = mr_take_pending(t);
    if (!mr_is_exception(exc))
        exc = t->iso->no_memory;
    if (mr_isinstance_of(t, exc, MR_EXC_SystemExit))
        return leave(t, exc);
    int status = mr_is_exact(exc, MR_EXC_KeyboardInterrupt) ? MR_STATUS_INTERRUPT : 1;
    remember(t, exc);
    if (mr_collect(t, NULL) == MR_ERROR) /* what is dead has its say first, such as a coroutine that nobody awaited */
        mr_take_pending(t);
    MrValue hook = sys_get(t, "excepthook");
    if (hook == MR_UNBOUND) {
        say(t, "sys.excepthook is missing\n");
        mr_print_exception(t, exc);
        return status;
    }
    if (mr_call3(t, hook, mr_val(mr_typeof(t, exc)), exc, MR_EXCEPTION(exc)->traceback) != MR_ERROR)
        return status;
    MrValue second = mr_take_pending(t);
    if (mr_is_exception(second) && mr_isinstance_of(t, second, MR_EXC_SystemExit))
        return leave(t, second);
    say(t, "Error in sys.excepthook:\n");
    if (mr_is_exception(second))
        mr_print_exception(t, second);
    say(t, "\nOriginal exception was:\n");
    mr_print_exception(t, exc);
    return status;
}

/* ---- streams ---- */

void mr_flush_streams(MrThread *t)
{
    if (mr_io_flush_std(t))
        return;
    t->iso->flush_failed = true;
    MrValue out = sys_get(t, "stdout");
    if (mr_pending(t))
        mr_report_unraisable(t, out);
    mr_take_pending(t);
    if (out != MR_UNBOUND && out != MR_NONE && !mr_dict_set_c(t, mr_sys_dict(t), "stdout", MR_NONE)) /* what it holds cannot be written: once is enough */
        mr_take_pending(t);
}

/* ---- exit functions ---- */

/* Calls a function of a module, if the module has been imported. */
static void call_if_imported(MrThread *t, const char *module, const char *function)
{
    MrStr *name = mr_intern(t, module, strlen(module));
    MrValue m = name ? mr_dict_get_str(t, t->iso->modules, name) : MR_UNBOUND;
    MrStr *fname = m != MR_UNBOUND ? mr_intern(t, function, strlen(function)) : NULL;
    MrValue f = fname ? mr_getattr_or(t, m, fname) : MR_UNBOUND;
    if (f != MR_UNBOUND && f != MR_ERROR && mr_call0(t, f) == MR_ERROR)
        mr_report_unraisable(t, f);
    mr_take_pending(t);
}

void mr_run_exit_hooks(MrThread *t)
{
    mr_take_pending(t);
    t->iso->ending = true;
    call_if_imported(t, "threading", "_shutdown");
    call_if_imported(t, "atexit", "_run_exitfuncs");
    mr_flush_streams(t);
}
