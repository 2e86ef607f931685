/* What futures, tasks and callbacks look like in reprs and messages.
 *
 * Functions are shown as "qualname(args) at FILE:LINE", results and arguments through reprlib, which limits their length. A coroutine's line
 * is where it stands now, also while it runs.
 */
#include "vm/async/loop.h"
#include "vm/error.h"

/* ---- callbacks ---- */

static MrValue reprlib_repr(MrThread *t, MrValue v)
{
    MrValue module = mr_import(t, "reprlib");
    MrValue f = module == MR_ERROR ? module : mr_getattr_c(t, module, "repr");
    return f == MR_ERROR ? f : mr_call1(t, f, v);
}

static bool put_limited(MrThread *t, MrBuf *buf, MrValue v)
{
    MrValue text = reprlib_repr(t, v);
    return text != MR_ERROR && mr_str_to(t, buf, text);
}

/* "(1, 'two', k=3)" */
static bool put_arguments(MrThread *t, MrBuf *buf, MrValue args, MrValue kwargs)
{
    bool first = true;
    mr_buf_putc(buf, '(');
    for (size_t i = 0; mr_is_tuple(args) && i < MR_TUPLE(args)->length; i++, first = false) {
        mr_buf_puts(buf, first ? "" : ", ");
        if (!put_limited(t, buf, MR_TUPLE(args)->items[i]))
            return false;
    }
    size_t pos = 0;
    MrValue key, value;
    while (mr_is_dict(kwargs) && mr_dict_next(MR_DICT(kwargs), &pos, &key, &value)) {
        mr_buf_puts(buf, first ? "" : ", ");
        first = false;
        if (!mr_str_to(t, buf, key))
            return false;
        mr_buf_putc(buf, '=');
        if (!put_limited(t, buf, value))
            return false;
    }
    mr_buf_putc(buf, ')');
    return true;
}

/* An object of functools' class of that name, if functools is loaded. 1, 0, -1. */
static int is_of_functools(MrThread *t, MrValue v, const char *class)
{
    if (mr_is_kind(v, MR_KIND_FUNCTION) || mr_is_kind(v, MR_KIND_NATIVE) || mr_is_kind(v, MR_KIND_METHOD))
        return 0;
    MrValue name = mr_str_c(t, "functools");
    MrValue module = name == MR_ERROR ? name : mr_dict_get(t, t->iso->modules, name);
    if (module == MR_UNBOUND || module == MR_ERROR)
        return module == MR_ERROR ? -1 : 0;
    MrStr *attr = mr_intern(t, class, strlen(class));
    MrValue cls = attr ? mr_getattr_or(t, module, attr) : MR_ERROR;
    return cls == MR_ERROR ? -1 : cls == MR_UNBOUND ? 0 : mr_isinstance(t, v, cls);
}

/* A non-empty str attribute, MR_UNBOUND, or MR_ERROR. */
static MrValue text_attr(MrThread *t, MrValue v, MrStr *name)
{
    MrValue text = mr_getattr_or(t, v, name);
    return mr_is_str(text) && MR_STR(text)->length ? text : text == MR_ERROR ? text : MR_UNBOUND;
}

static bool put_name(MrThread *t, MrBuf *buf, MrValue f)
{
    MrValue text = text_attr(t, f, mr_n(t, __qualname__));
    if (text == MR_UNBOUND)
        text = text_attr(t, f, mr_n(t, __name__));
    if (text == MR_UNBOUND)
        text = mr_repr(t, f);
    return text != MR_ERROR && mr_str_to(t, buf, text);
}

static bool put_call(MrThread *t, MrBuf *buf, MrValue f, MrValue args, MrValue kwargs)
{
    int partial = mr_stack_ok(t) ? is_of_functools(t, f, "partial") : -1;
    if (partial < 0)
        return false;
    if (partial) {
        MrValue inner = mr_getattr_c(t, f, "func"), inner_args = inner == MR_ERROR ? inner : mr_getattr(t, f, mr_n(t, args));
        MrValue keywords = inner_args == MR_ERROR ? inner_args : mr_getattr_c(t, f, "keywords");
        if (keywords == MR_ERROR || !put_call(t, buf, inner, inner_args, keywords))
            return false;
    } else if (!put_name(t, buf, f)) {
        return false;
    }
    return put_arguments(t, buf, args, kwargs);
}

/* The Python function that a callable comes down to, MR_UNBOUND if none; MR_ERROR. */
static MrValue source_of(MrThread *t, MrValue f)
{
    for (int depth = 0; depth < 1000; depth++) {
        MrValue inner = mr_is_obj(f) ? mr_getattr_or(t, f, mr_n(t, __wrapped__)) : MR_UNBOUND;
        if (inner == MR_ERROR)
            return inner;
        if (inner == MR_UNBOUND) {
            if (mr_is_kind(f, MR_KIND_FUNCTION))
                return f;
            int partial = is_of_functools(t, f, "partial");
            if (!partial)
                partial = is_of_functools(t, f, "partialmethod");
            if (partial <= 0)
                return partial < 0 ? MR_ERROR : MR_UNBOUND;
            if ((inner = mr_getattr_c(t, f, "func")) == MR_ERROR)
                return inner;
        }
        f = inner;
    }
    return MR_UNBOUND;
}

bool mr_show_callback(MrThread *t, MrBuf *buf, MrValue callback, MrValue args)
{
    MrValue source = put_call(t, buf, callback, args, MR_UNBOUND) ? source_of(t, callback) : MR_ERROR;
    if (source == MR_ERROR)
        return false;
    if (source != MR_UNBOUND) {
        MrCode *code = ((MrFunction *)mr_obj_of(source))->code;
        mr_buf_printf(buf, " at %s:%u", code->filename->bytes, code->first_line);
    }
    return true;
}

bool mr_is_coroutine_function(MrThread *t, MrValue v)
{
    (void)t;
    while (mr_is_kind(v, MR_KIND_METHOD))
        v = ((MrMethod *)mr_obj_of(v))->function;
    return mr_is_kind(v, MR_KIND_FUNCTION) && ((MrFunction *)mr_obj_of(v))->code->flags & MR_CODE_COROUTINE;
}

bool mr_show_source(MrThread *t, MrBuf *buf, MrValue source)
{
    int64_t n = mr_len(t, source);
    if (n <= 0)
        return n == 0;
    MrValue frame = mr_getitem(t, source, mr_small_int(n - 1));
    MrValue file = frame == MR_ERROR ? frame : mr_getitem(t, frame, mr_small_int(0)), line = file == MR_ERROR ? file : mr_getitem(t, frame, mr_small_int(1));
    if (line == MR_ERROR)
        return false;
    mr_buf_puts(buf, " created at ");
    if (!mr_str_to(t, buf, file))
        return false;
    mr_buf_putc(buf, ':');
    return mr_str_to(t, buf, line);
}

/* ---- futures ---- */

static bool put_entry(MrThread *t, MrBuf *buf, MrValue callback, bool wake)
{
    if (!wake)
        return mr_show_callback(t, buf, callback, MR_UNBOUND);
    mr_buf_printf(buf, "%s.task_wakeup()", mr_typeof(t, callback)->name->bytes);
    return true;
}

static bool put_callbacks(MrThread *t, MrBuf *buf, MrFuture *f)
{
    if (mr_future_state(f) != MR_FUT_PENDING || f->callback == MR_UNBOUND)
        return true;
    mr_buf_puts(buf, " cb=[");
    bool ok;
    if (!(f->h.aux & MR_FUT_MANY)) {
        ok = put_entry(t, buf, f->callback, f->h.aux & MR_FUT_WAKE);
    } else {
        MrList *list = MR_LIST(f->callback);
        size_t n = list->length / 2;
        MrValue last = list->items[2 * n - 2], last_context = list->items[2 * n - 1];
        ok = put_entry(t, buf, list->items[0], list->items[1] == MR_NONE);
        if (ok && n > 2)
            mr_buf_printf(buf, ", <%zu more>", n - 2);
        if (ok && n > 1) {
            mr_buf_puts(buf, ", ");
            ok = put_entry(t, buf, last, last_context == MR_NONE);
        }
    }
    mr_buf_putc(buf, ']');
    return ok;
}

/* The line where a coroutine stands. */
static uint32_t current_line(MrThread *t, MrGenerator *g)
{
    if (g->state == MR_GEN_CREATED)
        return g->function->code->first_line;
    MrInstr *pc = g->pc;
    for (MrFrame *f = t->frame; g->state == MR_GEN_RUNNING && f > t->frames; f--)
        if (f->gen == g) {
            pc = f->pc;
            break;
        }
    return mr_code_line(g->function->code, (uint32_t)(pc - g->function->code->code));
}

static bool put_coroutine(MrThread *t, MrBuf *buf, MrValue coro)
{
    MrValue text = text_attr(t, coro, mr_n(t, __qualname__));
    if (text == MR_UNBOUND)
        text = text_attr(t, coro, mr_n(t, __name__));
    if (text == MR_ERROR)
        return false;
    mr_buf_puts(buf, " coro=<");
    if (text == MR_UNBOUND)
        mr_buf_printf(buf, "<%s without __name__>", mr_typeof(t, coro)->name->bytes);
    else if (!mr_str_to(t, buf, text))
        return false;
    mr_buf_puts(buf, "()");
    if (mr_is_kind(coro, MR_KIND_GENERATOR)) {
        MrGenerator *g = (MrGenerator *)mr_obj_of(coro);
        bool done = g->state == MR_GEN_DONE;
        mr_buf_printf(buf, " %s at %s:%u", done ? "done, defined" : "running", g->function->code->filename->bytes, done ? g->function->code->first_line : current_line(t, g));
    } else {
        MrStr *name = mr_intern(t, "cr_running", 10);
        MrValue running = name ? mr_getattr_or(t, coro, name) : MR_ERROR;
        int yes = running == MR_ERROR ? -1 : running == MR_UNBOUND ? 0 : mr_truth(t, running);
        if (yes < 0)
            return false;
        mr_buf_puts(buf, yes ? " running" : "");
    }
    mr_buf_putc(buf, '>');
    return true;
}

static bool put_task(MrThread *t, MrBuf *buf, MrTask *task)
{
    MrValue name = mr_task_name(t, task);
    mr_buf_puts(buf, " name=");
    if (name == MR_ERROR || !mr_repr_to(t, buf, name))
        return false;
    if (task->coro != MR_NONE && !put_coroutine(t, buf, task->coro))
        return false;
    if (task->waiter == MR_UNBOUND)
        return true;
    mr_buf_puts(buf, " wait_for=");
    return mr_repr_to(t, buf, task->waiter);
}

static bool put_future(MrThread *t, MrBuf *buf, MrFuture *f)
{
    static const char *const states[] = {"pending", "cancelled", "finished"};
    bool task = f->h.kind == MR_KIND_TASK;
    const char *state = states[mr_future_state(f)];
    if (task && mr_future_state(f) == MR_FUT_PENDING && ((MrTask *)f)->cancels)
        state = "cancelling";
    mr_buf_printf(buf, "<%s %s", mr_typeof(t, mr_val(f))->name->bytes, state);
    if (task && !put_task(t, buf, (MrTask *)f))
        return false;
    if (f->h.aux & MR_FUT_EXC) {
        mr_buf_puts(buf, " exception=");
        if (!mr_repr_to(t, buf, f->result))
            return false;
    } else if (mr_future_state(f) == MR_FUT_FINISHED) {
        mr_buf_puts(buf, " result=");
        if (!put_limited(t, buf, f->result))
            return false;
    }
    if (!put_callbacks(t, buf, f) || (mr_future_source(f) != MR_UNBOUND && !mr_show_source(t, buf, mr_future_source(f))))
        return false;
    mr_buf_putc(buf, '>');
    return true;
}

MrValue mr_future_repr(MrThread *t, MrValue *a)
{
    if (mr_future_of(a[0])->loop == MR_UNBOUND)
        return mr_raise(t, MR_EXC_RuntimeError, "Future object is not initialized.");
    int go = mr_repr_enter(t, a[0]);
    if (go <= 0)
        return go < 0 ? MR_ERROR : mr_str_c(t, "...");
    MrBuf buf = MR_BUF_EMPTY;
    bool ok = put_future(t, &buf, mr_future_of(a[0]));
    mr_repr_leave(t, a[0]);
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}
