/* Exceptions that nobody can catch: those of finalizers, of callbacks of weak references, of functions that run when the program ends.
 *
 * Each is handed to sys.unraisablehook as a struct sequence that says what was being run. While the hook is the interpreter's own, or there is none,
 * the report is written without that detour.
 */
#include <string.h>

#include "vm/error.h"
#include "vm/isolate.h"
#include "vm/types/structseq.h"

#define FIELD(i, name, doc) MR_STRUCTSEQ_FIELD(i, name, doc)
static const MrGetSetDef fields[] = {
    FIELD(0, "exc_type", "Exception type"), FIELD(1, "exc_value", "Exception value"), FIELD(2, "exc_traceback", "Exception traceback"),
    FIELD(3, "err_msg", "Error message"), FIELD(4, "object", "what it happened in, or None"), {0},
};
static const MrStructSeqDef args_def = {
    .type = {.name = "UnraisableHookArgs", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods,
             .getset = fields,
             .doc = "UnraisableHookArgs\n\nWhat sys.unraisablehook is called with: an exception that could not be raised, and where it came from."},
    .n_visible = 5,
};

static void report(MrThread *t, MrValue message, MrValue obj, MrValue exc)
{
    MrBuf b = MR_BUF_EMPTY;
    bool has_object = obj != MR_NONE && obj != MR_UNBOUND;
    if (message != MR_NONE)
        mr_buf_puts(&b, mr_cstr(message));
    else if (has_object)
        mr_buf_puts(&b, "Exception ignored in");
    if (has_object) {
        mr_buf_puts(&b, ": ");
        if (!mr_repr_to(t, &b, obj)) {
            mr_take_pending(t);
            mr_buf_puts(&b, "<object repr() failed>");
        }
        mr_buf_putc(&b, '\n');
    } else if (message != MR_NONE) {
        mr_buf_puts(&b, ":\n");
    }
    if (b.length && !b.failed)
        mr_write_stderr(t, b.data, b.length);
    mr_buf_fini(&b);
    if (mr_is_exception(exc))
        mr_print_exception_by(t, "_print_unraisable", exc);
}

bool mr_print_unraisable(MrThread *t, MrValue args)
{
    if (mr_typeof(t, args)->def != &args_def.type) {
        mr_raise(t, MR_EXC_TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
        return false;
    }
    const MrValue *v = MR_TUPLE(args)->items;
    if (v[3] != MR_NONE && !mr_is_str(v[3]))
        return mr_raise(t, MR_EXC_TypeError, "err_msg must be a str, not %s", mr_type_name(t, v[3])), false;
    report(t, v[3], v[4], v[1]);
    return true;
}

static MrValue in_sys(MrThread *t, const char *name)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    if (!s)
        return mr_take_pending(t), MR_UNBOUND;
    return mr_sys_get(t, s);
}

/* The script's hook, or MR_UNBOUND when the interpreter's own is in its place. */
static MrValue hook_of_script(MrThread *t)
{
    if (!t->iso->sys) /* nobody can have set one */
        return MR_UNBOUND;
    MrValue hook = in_sys(t, "unraisablehook");
    return hook == in_sys(t, "__unraisablehook__") ? MR_UNBOUND : hook;
}

static bool call_hook(MrThread *t, MrValue hook, MrValue message, MrValue obj, MrValue exc)
{
    MrValue values[] = {mr_val(mr_typeof(t, exc)), exc, MR_EXCEPTION(exc)->traceback, message, obj == MR_UNBOUND ? MR_NONE : obj};
    MrValue args = mr_structseq_new(t, &args_def, values);
    return args != MR_ERROR && mr_call1(t, hook, args) != MR_ERROR;
}

void mr_report_unraisable_at(MrThread *t, const char *where, MrValue obj)
{
    MrValue exc = mr_take_pending(t), message = MR_NONE;
    if (exc == MR_UNBOUND || exc == MR_NONE || t->iso->stopping) /* a stop comes back at the next poll */
        return;
    if (where) {
        char text[100];
        int n = snprintf(text, sizeof text, "Exception ignored %s", where);
        message = mr_str_new(t, text, (size_t)n);
        if (message == MR_ERROR) {
            mr_take_pending(t);
            message = MR_NONE;
        }
    }
    MrValue hook = hook_of_script(t);
    if (hook != MR_UNBOUND && hook != MR_NONE) {
        if (call_hook(t, hook, message, obj, exc))
            return;
        exc = mr_take_pending(t);
        message = mr_str_c(t, "Exception ignored in sys.unraisablehook");
        if (message == MR_ERROR) {
            mr_take_pending(t);
            message = MR_NONE;
        }
        obj = hook;
    }
    report(t, message, obj, exc);
}

void mr_report_unraisable(MrThread *t, MrValue obj) { mr_report_unraisable_at(t, NULL, obj); }
