/* Handle and TimerHandle: a callback with its arguments and its context.
 *
 * A handle is run at most once, by its loop. Cancelling drops callback and arguments; the loop skips it when its turn comes.
 */
#include "vm/async/loop.h"
#include "vm/attr.h"
#include "vm/error.h"
#include "vm/type.h"

#define HANDLE(v) ((MrHandle *)mr_obj_of(v))

bool mr_handles_init(MrThread *t)
{
    MrType *handle = mr_type_from_def(t, &mr_handle_def), *timer = mr_type_from_def(t, &mr_timer_handle_def);
    if (!handle || !timer)
        return false;
    t->iso->loop->handle_shape = handle->root->id;
    t->iso->loop->timer_shape = timer->root->id;
    if (timer->base == handle)
        return true;
    MrValue base = mr_val(handle), bases = mr_tuple_from(t, &base, 1), mro = mr_tuple_new(t, handle->mro->length + 1);
    if (bases == MR_ERROR || mro == MR_ERROR)
        return false;
    MR_TUPLE(mro)->items[0] = mr_val(timer);
    memcpy(MR_TUPLE(mro)->items + 1, handle->mro->items, handle->mro->length * sizeof(MrValue));
    timer->base = handle;
    timer->bases = MR_TUPLE(bases);
    timer->mro = MR_TUPLE(mro);
    return true;
}

static bool is_timer(MrThread *t, MrHandle *h) { return h->h.shape == t->iso->loop->timer_shape || mr_typeof(t, mr_val(h))->def == &mr_timer_handle_def; }

static bool is_handle(MrThread *t, MrValue v)
{
    if (!mr_is_kind(v, MR_KIND_OTHER))
        return false;
    const MrTypeDef *def = mr_typeof(t, v)->def;
    return def == &mr_handle_def || def == &mr_timer_handle_def;
}

MrHandle *mr_handle_new(MrThread *t, MrValue loop, MrValue callback, MrValue args, MrValue context, bool timer)
{
    MrLoop *s = t->iso->loop;
    MrHandle *h = mr_alloc(t, timer ? sizeof *h : MR_HANDLE_SIZE, MR_KIND_OTHER, (MrTypeId)(timer ? s->timer_shape : s->handle_shape));
    if (!h)
        return NULL;
    h->loop = loop;
    h->callback = callback;
    h->args = args;
    h->context = context;
    return h;
}

bool mr_handle_report(MrThread *t, MrHandle *h)
{
    if (t->iso->stopping || mr_pending_is(t, MR_EXC_KeyboardInterrupt) || mr_pending_is(t, MR_EXC_SystemExit))
        return false;
    MrValue exc = mr_take_pending(t);
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_puts(&buf, "Exception in callback ");
    bool ok = mr_show_callback(t, &buf, h->callback, h->args) && !buf.failed && mr_report(t, h->loop, buf.data, "handle", mr_val(h), exc, h->source);
    mr_buf_fini(&buf);
    return ok;
}

bool mr_handle_run(MrThread *t, MrHandle *h)
{
    MrValue outer = t->context, r;
    MrValue callback = h->callback, args = h->args;
    if (mr_is_context(h->context)) {
        MrContext *c = (MrContext *)mr_obj_of(h->context);
        r = mr_context_run(t, c, callback, args, MR_UNBOUND);
    } else {
        t->context = h->context;
        r = mr_call(t, callback, MR_TUPLE(args)->length, MR_TUPLE(args)->items);
        if (mr_is_context(t->context))
            mr_obj_of(t->context)->aux = 0;
        h->context = t->context;
        t->context = outer;
    }
    if (r == MR_ERROR)
        return mr_handle_report(t, h);
    if (h->h.aux & MR_HANDLE_PRIVATE) { /* stale words on the C stack may keep both alive, but then not the future too */
        MR_TUPLE(args)->items[0] = MR_NONE;
        h->callback = h->args = MR_NONE;
    }
    return true;
}

bool mr_handle_cancel(MrThread *t, MrHandle *h)
{
    if (h->h.aux & MR_HANDLE_CANCELLED)
        return true;
    MrEventLoop *el = mr_native_loop(t, h->loop);
    if (el && h->h.aux & MR_HANDLE_SCHEDULED)
        el->n_cancelled++;
    int debug = mr_loop_debug(t, h->loop);
    if (debug < 0)
        return false;
    h->h.aux |= MR_HANDLE_CANCELLED;
    MrValue shown = debug ? mr_repr(t, mr_val(h)) : MR_NONE; /* in debug mode it goes on to say what it would have called */
    if (shown == MR_ERROR)
        return false;
    h->callback = MR_NONE;
    h->args = shown;
    return true;
}

/* ---- the types ---- */

static bool set_up(MrThread *t, MrHandle *h, const MrValue *a, MrValue context)
{
    h->callback = a[0];
    h->args = mr_tuple_of(t, a[1]);
    h->loop = a[2];
    h->context = context == MR_UNBOUND || context == MR_NONE ? mr_context_snapshot(t) : context;
    if (h->args == MR_ERROR)
        return h->args = MR_NONE, false;
    int debug = mr_loop_debug(t, h->loop);
    return debug == 0 || (debug > 0 && (h->source = mr_source_traceback(t)) != MR_ERROR);
}

static MrValue handle_new(MrThread *t, MrValue *a)
{
    if (!mr_loop_state(t))
        return MR_ERROR;
    MrHandle *h = mr_alloc_instance(t, MR_TYPE(a[0])->def->size, MR_TYPE(a[0]));
    if (!h)
        return MR_ERROR;
    h->callback = h->args = MR_NONE;
    return mr_val(h);
}

static MrValue handle_init(MrThread *t, MrValue *a) { return set_up(t, HANDLE(a[0]), a + 1, a[4]) ? MR_NONE : MR_ERROR; }

static MrValue timer_init(MrThread *t, MrValue *a)
{
    MrHandle *h = HANDLE(a[0]);
    h->h.aux |= mr_is_int(a[1]) ? MR_HANDLE_WHOLE : 0;
    return mr_to_double(t, a[1], &h->when) && set_up(t, h, a + 2, a[5]) ? MR_NONE : MR_ERROR;
}

static MrValue handle_cancel(MrThread *t, MrValue *a) { return mr_handle_cancel(t, HANDLE(a[0])) ? MR_NONE : MR_ERROR; }

static MrValue handle_cancelled(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(HANDLE(a[0])->h.aux & MR_HANDLE_CANCELLED);
}

static MrValue handle_get_context(MrThread *t, MrValue *a)
{
    return mr_context_object(t, &HANDLE(a[0])->context) ? HANDLE(a[0])->context : MR_ERROR;
}

static MrValue handle_run(MrThread *t, MrValue *a) { return mr_handle_run(t, HANDLE(a[0])) ? MR_NONE : MR_ERROR; }

static MrValue shown_when(MrHandle *h) { return h->h.aux & MR_HANDLE_WHOLE ? mr_small_int((int64_t)h->when) : mr_float(h->when); }

static MrValue handle_repr(MrThread *t, MrValue *a)
{
    MrHandle *h = HANDLE(a[0]);
    bool cancelled = h->h.aux & MR_HANDLE_CANCELLED;
    if (cancelled && mr_is_str(h->args))
        return h->args;
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_printf(&buf, "<%s%s", mr_typeof(t, a[0])->name->bytes, cancelled ? " cancelled" : "");
    bool ok = true;
    if (is_timer(t, h)) {
        mr_buf_puts(&buf, " when=");
        ok = mr_repr_to(t, &buf, shown_when(h));
    }
    if (ok && h->callback != MR_NONE) {
        mr_buf_putc(&buf, ' ');
        ok = mr_show_callback(t, &buf, h->callback, h->args);
    }
    if (ok && h->source != MR_UNBOUND)
        ok = mr_show_source(t, &buf, h->source);
    mr_buf_putc(&buf, '>');
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}

static MrValue get_callback(MrThread *t, MrValue self)
{
    (void)t;
    return HANDLE(self)->callback;
}

static MrValue get_args(MrThread *t, MrValue self)
{
    (void)t;
    return mr_is_tuple(HANDLE(self)->args) ? HANDLE(self)->args : MR_NONE;
}

static MrValue get_cancelled(MrThread *t, MrValue self) { return handle_cancelled(t, &self); }

static MrValue get_loop(MrThread *t, MrValue self)
{
    (void)t;
    return HANDLE(self)->loop == MR_UNBOUND ? MR_NONE : HANDLE(self)->loop;
}

static MrValue get_context(MrThread *t, MrValue self) { return handle_get_context(t, &self); }

static MrValue get_source(MrThread *t, MrValue self)
{
    (void)t;
    return HANDLE(self)->source == MR_UNBOUND ? MR_NONE : HANDLE(self)->source;
}

static void handle_trace(MrGc *gc, MrObj *o) { mr_mark_values(gc, &((MrHandle *)o)->loop, 5); }

static const MrMethodDef handle_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", handle_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, callback, args, loop, context=None)", handle_init, "Set up the object; the class says which arguments it takes.", 0},
    {"cancel(self, /)", handle_cancel, "Do not run it any more.", 0},
    {"cancelled(self, /)", handle_cancelled, "Was it cancelled?", 0},
    {"get_context(self, /)", handle_get_context, "The context in which it runs.", 0},
    {"_run(self, /)", handle_run, "Run it now.", 0},
    {"__repr__(self, /)", handle_repr, "The text that repr(self) gives.", 0},
    {0},
};

static const MrGetSetDef handle_getset[] = {
    {"_callback", get_callback, NULL, "what will be called"},
    {"_args", get_args, NULL, "its arguments"},
    {"_cancelled", get_cancelled, NULL, "whether it was cancelled"},
    {"_loop", get_loop, NULL, "the loop"},
    {"_context", get_context, NULL, "the context in which it runs"},
    {"_source_traceback", get_source, NULL, "where it was made, in debug mode"},
    {0}};

const MrTypeDef mr_handle_def = {
    .name = "asyncio.events.Handle",
    .kind = MR_KIND_OTHER,
    .size = MR_HANDLE_SIZE,
    .methods = handle_methods,
    .getset = handle_getset,
    .doc = "What call_soon() and its kin return: a scheduled callback that can still be cancelled.",
    .trace = handle_trace,
    .module = "asyncio.events",
};

/* ---- TimerHandle ---- */

static MrValue timer_when(MrThread *t, MrValue *a)
{
    (void)t;
    return shown_when(HANDLE(a[0]));
}

static MrValue get_when(MrThread *t, MrValue self)
{
    (void)t;
    return shown_when(HANDLE(self));
}

static MrValue get_scheduled(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(HANDLE(self)->h.aux & MR_HANDLE_SCHEDULED);
}

static MrValue timer_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_hash(t, mr_float(HANDLE(a[0])->when), &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}

static int same_timer(MrThread *t, MrHandle *x, MrHandle *y)
{
    if (x->when != y->when || (x->h.aux ^ y->h.aux) & MR_HANDLE_CANCELLED)
        return 0;
    int same = mr_eq(t, x->callback, y->callback);
    return same <= 0 ? same : mr_eq(t, x->args, y->args);
}

static MrValue compare(MrThread *t, MrValue *a, MrCompare op)
{
    if (!is_handle(t, a[1]) || !is_timer(t, HANDLE(a[1])))
        return MR_NOT_IMPLEMENTED;
    MrHandle *x = HANDLE(a[0]), *y = HANDLE(a[1]);
    if (op == MR_CMP_LT || op == MR_CMP_GT)
        return mr_bool(op == MR_CMP_LT ? x->when < y->when : x->when > y->when);
    if (op != MR_CMP_EQ && op != MR_CMP_NE && (op == MR_CMP_LE ? x->when < y->when : x->when > y->when))
        return MR_TRUE;
    int same = same_timer(t, x, y);
    return same < 0 ? MR_ERROR : mr_bool((op == MR_CMP_NE) != same);
}

static MrValue timer_lt(MrThread *t, MrValue *a) { return compare(t, a, MR_CMP_LT); }
static MrValue timer_le(MrThread *t, MrValue *a) { return compare(t, a, MR_CMP_LE); }
static MrValue timer_gt(MrThread *t, MrValue *a) { return compare(t, a, MR_CMP_GT); }
static MrValue timer_ge(MrThread *t, MrValue *a) { return compare(t, a, MR_CMP_GE); }
static MrValue timer_eq(MrThread *t, MrValue *a) { return compare(t, a, MR_CMP_EQ); }
static MrValue timer_ne(MrThread *t, MrValue *a) { return compare(t, a, MR_CMP_NE); }

static const MrMethodDef timer_methods[] = {
    {"__init__(self, when, callback, args, loop, context=None)", timer_init, "Set up the object; the class says which arguments it takes.", 0},
    {"when(self, /)", timer_when, "The loop time, in seconds, at which the callback is due.", 0},
    {"__hash__(self, /)", timer_hash, "The number that hash(self) gives.", 0},
    {"__lt__(self, value, /)", timer_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", timer_le, "Whether self <= value.", 0},
    {"__gt__(self, value, /)", timer_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", timer_ge, "Whether self >= value.", 0},
    {"__eq__(self, value, /)", timer_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", timer_ne, "Whether self != value.", 0},
    {0},
};

static const MrGetSetDef timer_getset[] = {
    {"_when", get_when, NULL, "the loop time at which it is due"},
    {"_scheduled", get_scheduled, NULL, "whether it is among the loop's timers"},
    {0},
};

const MrTypeDef mr_timer_handle_def = {
    .name = "asyncio.events.TimerHandle",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrHandle),
    .methods = timer_methods,
    .getset = timer_getset,
    .doc = "A Handle that call_later() and call_at() return: it is due at when().",
    .trace = handle_trace,
    .module = "asyncio.events",
};
