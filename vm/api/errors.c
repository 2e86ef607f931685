/* moray.h: raising, catching and reporting exceptions. */
#include <stdarg.h>
#include <string.h>

#include "vm/api/api.h"
#include "vm/error.h"
#include "vm/exit.h"

#define GRACE_BYTES ((uint64_t)4 << 20)
#define GRACE_STEPS 1000000
#define GRACE_MS 100

enum { TEXT_FILE, TEXT_TYPE, TEXT_MESSAGE, TEXT_TRACEBACK };

/* ---- raising ---- */

/* The class that a host names: a builtin one, or module.Class. */
static MrValue class_named(MrThread *t, const char *name)
{
    const char *dot = strrchr(name, '.');
    if (!dot) {
        MrStr *s = mr_api_name(t, name);
        MrValue v = s ? mr_dict_get_str(t, t->iso->builtins, s) : MR_ERROR;
        return v == MR_UNBOUND ? mr_raise(t, MR_EXC_NameError, "name '%s' is not defined", name) : v;
    }
    MrValue module = mr_str_new(t, name, (size_t)(dot - name));
    MrValue m = module == MR_ERROR ? module : mr_import(t, mr_cstr(module));
    return m == MR_ERROR ? m : mr_getattr_c(t, m, dot + 1);
}

void mr_api_vraise(MorayVM *vm, MrThread *t, const char *type, const char *format, va_list ap)
{
    MrBuf b = MR_BUF_EMPTY;
    (void)vm;
    mr_buf_vprintf(&b, format, ap);
    MrValue text = b.failed ? mr_raise_no_memory(t) : mr_decode(t, b.data ? b.data : "", b.length, "utf-8", "replace");
    mr_buf_fini(&b);
    MrValue cls = text == MR_ERROR ? text : class_named(t, type);
    if (cls == MR_ERROR)
        return;
    if (!mr_is_exception_class(t, cls)) {
        mr_raise(t, MR_EXC_TypeError, "'%s' is not a class of exceptions", type);
        return;
    }
    MrValue e = mr_call1(t, cls, text);
    if (e != MR_ERROR && (e = mr_exception_instance(t, e)) != MR_ERROR)
        mr_raise_value(t, e);
}

MorayRef moray_raise(MorayVM *vm, const char *type, const char *format, ...)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(type && format, MORAY_NULL);
    va_list ap;
    va_start(ap, format);
    mr_api_vraise(vm, t, type, format, ap);
    va_end(ap);
    return MORAY_NULL;
}

MorayRef moray_raise_value(MorayVM *vm, MorayRef exception)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, exception);
    if (v != MR_ERROR && (v = mr_exception_instance(t, v)) != MR_ERROR)
        mr_raise_value(t, v);
    return MORAY_NULL;
}

bool moray_failed(MorayVM *vm) { return mr_pending(vm->iso->current); }

/* ---- catching ---- */

static MorayErrorKind kind_of(MrThread *t, MrValue exc)
{
    static const struct { MrTypeId type; MorayErrorKind kind; } kinds[] = {
        {MR_EXC_SyntaxError, MORAY_ERROR_SYNTAX}, {MR_EXC_SystemExit, MORAY_ERROR_EXIT}, {MR_EXC_KeyboardInterrupt, MORAY_ERROR_INTERRUPT},
        {MR_EXC_MemoryError, MORAY_ERROR_MEMORY}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (mr_isinstance_of(t, exc, kinds[i].type))
            return kinds[i].kind;
    return MORAY_ERROR_EXCEPTION;
}

/* Appends str(v); on failure what stands in for it. */
static void put_str(MrThread *t, MrBuf *b, MrValue v)
{
    MrValue s = v == MR_ERROR || v == MR_UNBOUND ? MR_ERROR : mr_str(t, v);
    if (s != MR_ERROR)
        mr_buf_write(b, mr_cstr(s), MR_STR(s)->nbytes);
    else
        mr_buf_puts(b, "<exception str() failed>");
    mr_take_pending(t);
}

static void put_type(MrThread *t, MrBuf *b, MrValue exc)
{
    MrValue cls = mr_val(mr_typeof(t, exc));
    MrValue module = mr_getattr_or(t, cls, mr_n(t, __module__)), name = mr_getattr_or(t, cls, mr_n(t, __qualname__));
    if (mr_is_str(module) && !mr_str_equal_c(module, "builtins") && !mr_str_equal_c(module, "__main__"))
        mr_buf_printf(b, "%s.", mr_cstr(module));
    mr_buf_puts(b, mr_is_str(name) ? mr_cstr(name) : mr_type_name(t, exc));
    mr_take_pending(t);
}

/* Where it was raised: the innermost line of the traceback, or the place in the text for a SyntaxError. */
static void put_place(MrThread *t, MrBuf *b, MrValue exc, MorayErrorKind kind, int *line)
{
    MrValue tb = MR_EXCEPTION(exc)->traceback;
    for (MrValue next; mr_is_kind(tb, MR_KIND_TRACEBACK); tb = next) {
        const MrTraceback *e = (MrTraceback *)mr_obj_of(tb);
        next = e->next;
        if (!mr_is_kind(next, MR_KIND_TRACEBACK)) {
            *line = e->lineno ? e->lineno : (int)mr_code_line(e->code, e->pc);
            mr_buf_puts(b, e->code->filename->bytes);
            break;
        }
    }
    if (kind != MORAY_ERROR_SYNTAX)
        return;
    MrValue file = mr_getattr_c(t, exc, "filename"), number = file == MR_ERROR ? file : mr_getattr_c(t, exc, "lineno");
    mr_take_pending(t);
    if (mr_is_str(file)) {
        mr_buf_clear(b);
        mr_buf_puts(b, mr_cstr(file));
        *line = mr_is_int(number) ? (int)mr_int_of(number) : 0;
    }
}

/* What an uncaught exception prints, or as much of it as can be had. */
static void put_traceback(MrThread *t, MrBuf *b, MrValue exc, const MrBuf *type, const MrBuf *message)
{
    MrValue m = mr_import(t, "traceback"), f = m == MR_ERROR ? m : mr_getattr_c(t, m, "_format_uncaught");
    MrValue text = f == MR_ERROR ? f : mr_call1(t, f, exc);
    if (text != MR_ERROR)
        mr_buf_write(b, mr_cstr(text), MR_STR(text)->nbytes);
    else
        mr_buf_printf(b, "%s%s%s\n", type->data, message->length ? ": " : "", message->length ? message->data : "");
    mr_take_pending(t);
}

/* The texts are made by code that the script may have had a hand in (__str__, a hook of imports): a little on top of what the limits have left, and no more. What was
 * stopped before, by an interrupt perhaps, has a deadline even where the host has set no limit. */
static MrLimits begin_grace(MrThread *t, bool stopped)
{
    MrLimits before = mr_limits_copy(t->iso), grace = before;
    uint64_t bytes = t->iso->heap.bytes;
    if (before.heap)
        grace.heap = (bytes > before.heap ? bytes : before.heap) + GRACE_BYTES;
    if (before.steps)
        grace.steps = GRACE_STEPS;
    if (before.time_ms || stopped)
        grace.time_ms = GRACE_MS;
    grace.output = 0;
    if (before.heap || before.steps || grace.time_ms)
        mr_limits_set(t->iso, &grace);
    return before;
}

static void end_grace(MrThread *t, const MrLimits *before, bool stopped)
{
    mr_take_pending(t);
    bool interrupted = t->iso->limits.reached == MR_LIMIT_INTERRUPT; /* just now: it is for the next script */
    if (before->heap || before->steps || before->time_ms || stopped)
        mr_limits_restore(t->iso, before);
    mr_limits_resume(t->iso);
    if (interrupted)
        mr_limits_interrupt(t->iso);
}

static const char *text_of(const MrBuf *b) { return b->data && !b->failed ? b->data : ""; }

bool moray_catch(MorayVM *vm, MorayError *err)
{
    MrThread *t = vm->iso->current;
    if (err)
        *err = (MorayError){.file = "", .type = "", .message = "", .traceback = ""};
    if (!mr_pending(t))
        return false;
    (void)!mr_api_enter(vm, __builtin_frame_address(0));
    MrValue exc = mr_take_pending(t);
    if (!mr_is_exception(exc))
        exc = t->iso->no_memory;
    vm->caught = exc;
    MorayLimitKind limit = t->iso->stopping ? (MorayLimitKind)t->iso->limits.reached : MORAY_LIMIT_NONE;
    mr_limits_resume(t->iso);
    if (!err)
        return true;
    MrLimits limits = begin_grace(t, limit != MORAY_LIMIT_NONE);
    MrBuf *text = vm->error_text;
    for (int i = TEXT_FILE; i <= TEXT_TRACEBACK; i++)
        mr_buf_fini(&text[i]);
    err->kind = kind_of(t, exc);
    put_type(t, &text[TEXT_TYPE], exc);
    put_str(t, &text[TEXT_MESSAGE], exc);
    put_place(t, &text[TEXT_FILE], exc, err->kind, &err->line);
    put_traceback(t, &text[TEXT_TRACEBACK], exc, &text[TEXT_TYPE], &text[TEXT_MESSAGE]);
    end_grace(t, &limits, limit != MORAY_LIMIT_NONE);
    err->limit = limit;
    if (limit && limit != MORAY_LIMIT_INTERRUPT)
        err->kind = MORAY_ERROR_LIMIT;
    if (err->kind == MORAY_ERROR_EXIT)
        err->exit_code = mr_exit_status(t, exc, NULL);
    err->file = text_of(&text[TEXT_FILE]);
    err->type = text_of(&text[TEXT_TYPE]);
    err->message = text_of(&text[TEXT_MESSAGE]);
    err->traceback = text_of(&text[TEXT_TRACEBACK]);
    return true;
}

MorayRef moray_caught(MorayVM *vm)
{
    return vm->caught == MR_UNBOUND ? MORAY_NULL : mr_api_put(vm, vm->caught);
}

void moray_rethrow(MorayVM *vm)
{
    MrThread *t = vm->iso->current;
    if (vm->caught != MR_UNBOUND && !mr_pending(t))
        t->pending = vm->caught;
}

int moray_report(MorayVM *vm)
{
    MrThread *t = vm->iso->current;
    if (!mr_pending(t))
        return 0;
    (void)!mr_api_enter(vm, __builtin_frame_address(0));
    mr_limits_resume(t->iso);
    int status = mr_report_uncaught(t);
    return status == MR_STATUS_INTERRUPT ? MORAY_STATUS_INTERRUPT : status;
}
