/* Future: states, results, callbacks, and the `_asyncio.Future` type.
 *
 * Whoever ends a future schedules its callbacks in the order in which they were added; none runs at once. An exception that nobody reads
 * is reported when the collector finds the future, so the collector watches a future from the moment when it gets an exception.
 * Not here: reprs (show.c), tasks (task.c).
 */
#include "vm/async/inline.h"
#include "vm/async/sleep.h"

#include <stdio.h>

#include "vm/async/loop.h"
#include "vm/async/state.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/types/genericalias.h"
#include "vm/types/generator.h"

void mr_future_set_message(MrThread *t, MrFuture *f, MrValue message)
{
    if (f->h.aux & MR_FUT_NOTES)
        MR_TUPLE(f->message)->items[MR_NOTE_MESSAGE] = message;
    else
        f->message = message;
    mr_write_barrier(t, f, message);
}

bool mr_future_set_note(MrThread *t, MrFuture *f, int which, MrValue value)
{
    if (!(f->h.aux & MR_FUT_NOTES)) {
        MrValue notes[MR_NOTES] = {MR_UNBOUND, f->message, MR_UNBOUND}, tuple = mr_tuple_from(t, notes, MR_NOTES);
        if (tuple == MR_ERROR)
            return false;
        f->message = tuple;
        f->h.aux |= MR_FUT_NOTES;
    }
    MR_TUPLE(f->message)->items[which] = value;
    mr_write_barrier(t, f, value);
    return true;
}

bool mr_future_note_source(MrThread *t, MrFuture *f)
{
    MrValue source = mr_source_traceback(t);
    return source != MR_ERROR && mr_future_set_note(t, f, MR_NOTE_SOURCE, source);
}

static void set_state(MrFuture *f, unsigned state) { f->h.aux = (uint16_t)((f->h.aux & ~MR_FUT_STATE) | state); }

MrFuture *mr_future_new(MrThread *t, MrValue loop)
{
    MrFuture *f = mr_alloc(t, MR_FUTURE_SIZE, MR_KIND_FUTURE, MR_TYPE_Future);
    if (!f)
        return NULL;
    f->loop = loop;
    MrEventLoop *el = mr_native_loop(t, loop);
    if (MR_UNLIKELY(!el || el->debug)) {
        int debug = mr_loop_debug(t, loop);
        if (debug < 0 || (debug && !mr_future_note_source(t, f)))
            return NULL;
    }
    return f;
}

bool mr_future_setup(MrThread *t, MrFuture *f, MrValue loop)
{
    if (loop == MR_NONE || loop == MR_UNBOUND) {
        loop = mr_running_loop(t);
        if (loop == MR_ERROR)
            return false;
        if (loop == MR_UNBOUND) {
            MrValue events = mr_import(t, "asyncio.events");
            MrValue getter = events == MR_ERROR ? events : mr_getattr_c(t, events, "get_event_loop");
            loop = getter == MR_ERROR ? getter : mr_call0(t, getter);
            if (loop == MR_ERROR)
                return false;
        }
    }
    f->loop = loop;
    f->h.aux = 0;
    f->result = f->callback = f->context = f->message = MR_UNBOUND;
    int debug = mr_loop_debug(t, loop);
    return debug == 0 || (debug > 0 && mr_future_note_source(t, f));
}

void mr_future_trace(MrGc *gc, MrObj *o)
{
    MrFuture *f = (MrFuture *)o;
    mr_mark_values(gc, &f->loop, (sizeof *f - offsetof(MrFuture, loop)) / sizeof(MrValue));
    if (f->h.aux & MR_FUT_WAIT) {
        mr_mark_obj(gc, &((MrWait *)f)->function->h);
        mr_mark(gc, ((MrWait *)f)->owner);
        mr_mark(gc, ((MrWait *)f)->item);
    }
}

static bool alive_or(MrThread *t, MrFuture *f, MrTypeId error)
{
    if (MR_LIKELY(f->loop != MR_UNBOUND))
        return true;
    mr_raise(t, error, "Future object is not initialized.");
    return false;
}

static bool alive(MrThread *t, MrFuture *f) { return alive_or(t, f, MR_EXC_RuntimeError); }

/* ---- callbacks ---- */

static bool schedule(MrThread *t, MrFuture *f, MrValue callback, MrValue context, bool wake)
{
    return wake ? mr_loop_soon(t, f->loop, mr_task_of(callback), mr_val(f)) : mr_loop_call(t, f->loop, callback, mr_val(f), context);
}

static bool schedule_all(MrThread *t, MrFuture *f)
{
    MrValue callback = f->callback, context = f->context;
    unsigned flags = f->h.aux;
    f->callback = f->context = MR_UNBOUND;
    f->h.aux &= (uint16_t)~(MR_FUT_WAKE | MR_FUT_MANY);
    if (callback == MR_UNBOUND)
        return true;
    if (!(flags & MR_FUT_MANY))
        return schedule(t, f, callback, context, flags & MR_FUT_WAKE);
    MrList *list = MR_LIST(callback);
    for (size_t i = 0; i + 1 < list->length; i += 2)
        if (!schedule(t, f, list->items[i], list->items[i + 1], list->items[i + 1] == MR_NONE))
            return false;
    return true;
}

static bool append(MrThread *t, MrFuture *f, MrValue callback, MrValue context, bool wake)
{
    if (f->callback == MR_UNBOUND) {
        f->callback = callback;
        f->context = context;
        if (wake)
            f->h.aux |= MR_FUT_WAKE;
        return true;
    }
    if (!(f->h.aux & MR_FUT_MANY)) {
        MrValue pair[2] = {f->callback, f->h.aux & MR_FUT_WAKE ? MR_NONE : f->context};
        MrValue list = mr_list_from(t, pair, 2);
        if (list == MR_ERROR)
            return false;
        f->callback = list;
        f->context = MR_UNBOUND;
        f->h.aux = (uint16_t)((f->h.aux & ~MR_FUT_WAKE) | MR_FUT_MANY);
    }
    return mr_list_append(t, f->callback, callback) && mr_list_append(t, f->callback, wake ? MR_NONE : context);
}

bool mr_future_add_callback(MrThread *t, MrFuture *f, MrValue callback, MrValue context)
{
    if (mr_future_state(f) != MR_FUT_PENDING)
        return mr_loop_call(t, f->loop, callback, mr_val(f), context);
    return append(t, f, callback, context, false);
}

bool mr_future_add_wakeup(MrThread *t, MrFuture *f, MrTask *task)
{
    if (MR_LIKELY(mr_future_state(f) == MR_FUT_PENDING && f->callback == MR_UNBOUND)) {
        f->callback = mr_val(task);
        mr_write_barrier(t, f, f->callback);
        f->h.aux |= MR_FUT_WAKE;
        return true;
    }
    if (mr_future_state(f) != MR_FUT_PENDING)
        return mr_loop_soon(t, f->loop, task, mr_val(f));
    return append(t, f, mr_val(task), MR_UNBOUND, true);
}

int64_t mr_future_remove_callback(MrThread *t, MrFuture *f, MrValue callback)
{
    if (f->callback == MR_UNBOUND)
        return 0;
    if (!(f->h.aux & MR_FUT_MANY)) {
        int same = f->h.aux & MR_FUT_WAKE ? 0 : mr_eq(t, f->callback, callback);
        if (same <= 0)
            return same;
        f->callback = f->context = MR_UNBOUND;
        return 1;
    }
    MrValue old = f->callback, kept = mr_list_new(t, 0);
    if (kept == MR_ERROR)
        return -1;
    int64_t removed = 0;
    for (size_t i = 0; i + 1 < MR_LIST(old)->length; i += 2) {
        MrValue cb = MR_LIST(old)->items[i], context = MR_LIST(old)->items[i + 1];
        int same = context == MR_NONE ? 0 : mr_eq(t, cb, callback);
        if (same < 0)
            return -1;
        removed += same;
        if (!same && (!mr_list_append(t, kept, cb) || !mr_list_append(t, kept, context)))
            return -1;
    }
    if (f->callback != old) /* a comparison ended or changed the future */
        return removed;
    if (MR_LIST(kept)->length) {
        f->callback = kept;
    } else {
        f->callback = MR_UNBOUND;
        f->h.aux &= (uint16_t)~MR_FUT_MANY;
    }
    return removed;
}

/* ---- ending ---- */

static bool still_pending(MrThread *t, MrFuture *f)
{
    if (MR_LIKELY(mr_future_state(f) == MR_FUT_PENDING))
        return true;
    mr_raise(t, MR_EXC_InvalidStateError, "invalid state");
    return false;
}

static bool finish(MrThread *t, MrFuture *f, unsigned state)
{
    if (MR_UNLIKELY(f->h.aux & MR_FUT_TIMED))
        mr_sleep_drop(f);
    set_state(f, state);
    if (f->h.kind == MR_KIND_TASK)
        mr_task_unlink(t, (MrTask *)f);
    return schedule_all(t, f);
}

bool mr_future_set_result(MrThread *t, MrFuture *f, MrValue result)
{
    if (MR_LIKELY((f->h.aux & (MR_FUT_STATE | MR_FUT_WAKE | MR_FUT_MANY | MR_FUT_TIMED)) == MR_FUT_WAKE && f->h.kind == MR_KIND_FUTURE)) { /* one task waits for it */
        MrEventLoop *el = mr_native_loop(t, f->loop);
        if (MR_LIKELY(el && !el->closed)) {
            MrValue task = f->callback;
            f->callback = MR_UNBOUND;
            f->result = result;
            mr_write_barrier(t, f, result);
            f->h.aux = (uint16_t)((f->h.aux & ~MR_FUT_WAKE) | MR_FUT_FINISHED);
            return mr_ready_push(t, el, task, mr_val(f));
        }
    }
    if (!still_pending(t, f))
        return false;
    f->result = result;
    mr_write_barrier(t, f, result);
    return finish(t, f, MR_FUT_FINISHED);
}

bool mr_future_set_exception(MrThread *t, MrFuture *f, MrValue exc)
{
    if (!still_pending(t, f))
        return false;
    mr_gc_watch(&f->h);
    f->result = exc;
    mr_write_barrier(t, f, exc);
    f->h.aux |= MR_FUT_EXC | MR_FUT_LOG;
    MrValue tb = MR_EXCEPTION(exc)->traceback;
    bool ok = finish(t, f, MR_FUT_FINISHED);
    f->context = tb;
    return ok;
}

int mr_future_cancel(MrThread *t, MrFuture *f, MrValue message)
{
    f->h.aux &= (uint16_t)~MR_FUT_LOG;
    if (mr_future_state(f) != MR_FUT_PENDING)
        return 0;
    mr_future_set_message(t, f, message);
    return finish(t, f, MR_FUT_CANCELLED) ? 1 : -1;
}

MrValue mr_future_cancelled_error(MrThread *t, MrFuture *f)
{
    if (mr_future_state(f) == MR_FUT_CANCELLED && f->result != MR_UNBOUND) {
        MrValue exc = f->result;
        f->result = MR_UNBOUND;
        return exc;
    }
    MrValue type = mr_type_val(t, MR_EXC_CancelledError);
    MrValue message = mr_future_message(f);
    return message == MR_UNBOUND || message == MR_NONE ? mr_call0(t, type) : mr_call1(t, type, message);
}

static MrValue raise_cancelled(MrThread *t, MrFuture *f)
{
    MrValue exc = mr_future_cancelled_error(t, f);
    return exc == MR_ERROR ? exc : mr_raise_value(t, exc);
}

MrValue mr_future_result(MrThread *t, MrFuture *f)
{
    if (MR_LIKELY((f->h.aux & (MR_FUT_STATE | MR_FUT_EXC)) == MR_FUT_FINISHED))
        return f->result;
    if (mr_future_state(f) == MR_FUT_CANCELLED)
        return raise_cancelled(t, f);
    if (mr_future_state(f) == MR_FUT_PENDING)
        return mr_raise(t, MR_EXC_InvalidStateError, "Result is not set.");
    f->h.aux &= (uint16_t)~MR_FUT_LOG;
    MR_EXCEPTION(f->result)->traceback = f->context == MR_UNBOUND ? MR_NONE : f->context; /* not what other readers have added */
    f->context = MR_UNBOUND;
    return mr_raise_value(t, f->result);
}

MrValue mr_future_exception(MrThread *t, MrFuture *f)
{
    if (mr_future_state(f) == MR_FUT_CANCELLED)
        return raise_cancelled(t, f);
    if (mr_future_state(f) == MR_FUT_PENDING)
        return mr_raise(t, MR_EXC_InvalidStateError, "Exception is not set.");
    f->h.aux &= (uint16_t)~MR_FUT_LOG;
    return f->h.aux & MR_FUT_EXC ? f->result : MR_NONE;
}

MrGenResult mr_future_send(MrThread *t, MrValue future, MrValue *out)
{
    MrFuture *f = mr_future_of(future);
    if (mr_future_state(f) != MR_FUT_PENDING) {
        if ((f->h.aux & (MR_FUT_STATE | MR_FUT_EXC | MR_FUT_WAIT)) == (MR_FUT_FINISHED | MR_FUT_WAIT))
            return t->iso->loop->twins->finish(t, (MrWait *)f, out);
        *out = mr_future_result(t, f);
        if (MR_LIKELY(*out != MR_ERROR))
            return MR_GEN_RETURNED;
        mr_await_abandon(t, f);
        return MR_GEN_RAISED;
    }
    if (f->h.aux & MR_FUT_BLOCKING) {
        mr_raise(t, MR_EXC_RuntimeError, "await wasn't used with future");
        mr_await_abandon(t, f);
        return MR_GEN_RAISED;
    }
    if (!alive(t, f))
        return MR_GEN_RAISED;
    f->h.aux |= MR_FUT_BLOCKING;
    *out = future;
    return MR_GEN_YIELDED;
}

/* ---- reports ---- */

bool mr_report(MrThread *t, MrValue loop, const char *message, const char *key, MrValue about, MrValue exception, MrValue source)
{
    MrDict *d = mr_dict_new(t);
    MrValue text = mr_str_c(t, message);
    if (!d || text == MR_ERROR || !mr_dict_set_c(t, d, "message", text) || !mr_dict_set_c(t, d, key, about))
        return false;
    if (exception != MR_UNBOUND && !mr_dict_set_c(t, d, "exception", exception))
        return false;
    if (source != MR_UNBOUND && !mr_dict_set_c(t, d, "source_traceback", source))
        return false;
    MrValue method = mr_getattr_c(t, loop, "call_exception_handler");
    return method != MR_ERROR && mr_call1(t, method, mr_val(d)) != MR_ERROR;
}

bool mr_future_needs_finalization(const MrObj *o)
{
    return o->aux & MR_FUT_LOG || (o->kind == MR_KIND_TASK && ((const MrTask *)o)->place);
}

void mr_future_finalize(MrThread *t, MrObj *o)
{
    MrFuture *f = (MrFuture *)o;
    if (o->kind == MR_KIND_TASK) {
        mr_task_unlink(t, (MrTask *)o);
        if (mr_future_state(f) == MR_FUT_PENDING && o->aux & MR_TASK_LOG_DESTROY && f->loop != MR_UNBOUND &&
            !mr_report(t, f->loop, "Task was destroyed but it is pending!", "task", mr_val(f), MR_UNBOUND, mr_future_source(f)))
            mr_report_unraisable(t, mr_val(f));
    }
    if (!(o->aux & MR_FUT_LOG))
        return;
    o->aux &= (uint16_t)~MR_FUT_LOG;
    char message[256];
    snprintf(message, sizeof message, "%s exception was never retrieved", mr_typeof(t, mr_val(f))->name->bytes);
    if (!mr_report(t, f->loop, message, "future", mr_val(f), f->result, mr_future_source(f)))
        mr_report_unraisable(t, mr_val(f));
}

int mr_is_futurelike(MrThread *t, MrValue v)
{
    if (mr_is_future(v))
        return 1;
    MrValue mark = mr_type_lookup(t, mr_typeof(t, v), mr_n(t, _asyncio_future_blocking));
    if (mark == MR_UNBOUND) { /* a stand-in, which says of another class that it is its own */
        MrValue cls = mr_getattr_or(t, v, mr_n(t, __class__));
        if (cls == MR_ERROR || cls == MR_UNBOUND || cls == mr_val(mr_typeof(t, v)))
            return cls == MR_ERROR ? -1 : 0;
        mark = mr_getattr_or(t, cls, mr_n(t, _asyncio_future_blocking));
        if (mark == MR_UNBOUND)
            return 0;
    }
    mark = mark == MR_ERROR ? mark : mr_getattr(t, v, mr_n(t, _asyncio_future_blocking));
    return mark == MR_ERROR ? -1 : mark != MR_NONE;
}

/* ---- the type: methods ---- */

#define FUTURE(v) mr_future_of(v)

static MrValue future_new(MrThread *t, MrValue *a)
{
    MrFuture *f = mr_alloc_instance(t, sizeof *f, MR_TYPE(a[0]));
    return f ? mr_val(f) : MR_ERROR;
}

static MrValue future_init(MrThread *t, MrValue *a) { return mr_future_setup(t, FUTURE(a[0]), a[1]) ? MR_NONE : MR_ERROR; }

static MrValue future_result(MrThread *t, MrValue *a)
{
    return alive_or(t, FUTURE(a[0]), MR_EXC_InvalidStateError) ? mr_future_result(t, FUTURE(a[0])) : MR_ERROR;
}

static MrValue future_exception(MrThread *t, MrValue *a)
{
    return alive_or(t, FUTURE(a[0]), MR_EXC_InvalidStateError) ? mr_future_exception(t, FUTURE(a[0])) : MR_ERROR;
}

static MrValue future_set_result(MrThread *t, MrValue *a)
{
    return alive(t, FUTURE(a[0])) && mr_future_set_result(t, FUTURE(a[0]), a[1]) ? MR_NONE : MR_ERROR;
}

static MrValue future_set_exception(MrThread *t, MrValue *a)
{
    MrFuture *f = FUTURE(a[0]);
    if (!alive(t, f) || !still_pending(t, f))
        return MR_ERROR;
    MrValue exc = a[1];
    if (mr_is_exception_class(t, exc) && (exc = mr_call0(t, exc)) == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_exception(exc))
        return mr_raise(t, MR_EXC_TypeError, "invalid exception object");
    if (mr_is_exact(exc, MR_EXC_StopIteration))
        return mr_raise(t, MR_EXC_TypeError, "StopIteration interacts badly with generators and cannot be raised into a Future");
    return mr_future_set_exception(t, f, exc) ? MR_NONE : MR_ERROR;
}

static MrValue future_done(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(mr_future_state(FUTURE(a[0])) != MR_FUT_PENDING);
}

static MrValue future_cancelled(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(mr_future_state(FUTURE(a[0])) == MR_FUT_CANCELLED);
}

static MrValue future_cancel(MrThread *t, MrValue *a)
{
    int done = alive(t, FUTURE(a[0])) ? mr_future_cancel(t, FUTURE(a[0]), a[1]) : -1;
    return done < 0 ? MR_ERROR : mr_bool(done);
}

static MrValue future_add_done_callback(MrThread *t, MrValue *a)
{
    if (FUTURE(a[0])->loop == MR_UNBOUND)
        return mr_raise(t, MR_EXC_RuntimeError, "uninitialized Future object");
    MrValue context = a[2] == MR_UNBOUND || a[2] == MR_NONE ? mr_context_snapshot(t) : a[2];
    return mr_future_add_callback(t, FUTURE(a[0]), a[1], context) ? MR_NONE : MR_ERROR;
}

static MrValue future_remove_done_callback(MrThread *t, MrValue *a)
{
    int64_t n = alive(t, FUTURE(a[0])) ? mr_future_remove_callback(t, FUTURE(a[0]), a[1]) : -1;
    return n < 0 ? MR_ERROR : mr_small_int(n);
}

static MrValue future_get_loop(MrThread *t, MrValue *a) { return alive(t, FUTURE(a[0])) ? FUTURE(a[0])->loop : MR_ERROR; }
static MrValue future_make_cancelled_error(MrThread *t, MrValue *a) { return mr_future_cancelled_error(t, FUTURE(a[0])); }
static MrValue future_class_getitem(MrThread *t, MrValue *a) { return mr_generic_alias(t, a[0], a[1]); }

/* ---- the iterator of await ---- */

typedef struct MrFutureIter {
    MrObj h;
    MrValue future; /* MR_UNBOUND: exhausted */
} MrFutureIter;

#define ITER(v) ((MrFutureIter *)mr_obj_of(v))

static MrValue iter_next(MrThread *t, MrValue self)
{
    MrFutureIter *it = ITER(self);
    MrValue out;
    if (it->future == MR_UNBOUND)
        return MR_UNBOUND;
    switch (mr_future_send(t, it->future, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: it->future = MR_UNBOUND; return out == MR_NONE ? MR_UNBOUND : mr_raise_stop_iteration(t, out);
    default: it->future = MR_UNBOUND; return MR_ERROR;
    }
}

static MrValue iter_send(MrThread *t, MrValue *a)
{
    MrValue v = iter_next(t, a[0]);
    return v == MR_UNBOUND ? mr_raise_stop_iteration(t, MR_NONE) : v;
}

static MrValue iter_throw(MrThread *t, MrValue *a)
{
    ITER(a[0])->future = MR_UNBOUND;
    MrValue exc = mr_throw_exception(t, "throw", MR_TUPLE(a[1]));
    return exc == MR_ERROR ? exc : mr_raise_value(t, exc);
}

static MrValue iter_close(MrThread *t, MrValue *a)
{
    (void)t;
    ITER(a[0])->future = MR_UNBOUND;
    return MR_NONE;
}

static void iter_trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrFutureIter *)o)->future); }

static const MrMethodDef iter_methods[] = {
    {"send(self, value, /)", iter_send, "Go on with a value.", 0},
    {"throw(self, /, *args)", iter_throw, "Go on with an exception.", 0},
    {"close(self, /)", iter_close, "End the waiting.", 0},
    {0}};

static const MrTypeDef iter_def = {
    .name = "_asyncio.FutureIter",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrFutureIter),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = iter_methods,
    .next = iter_next,
    .trace = iter_trace,
    .module = "_asyncio",
};

static MrValue future_await(MrThread *t, MrValue *a)
{
    if (!alive(t, FUTURE(a[0])))
        return MR_ERROR;
    MrType *type = mr_type_from_def(t, &iter_def);
    MrFutureIter *it = type ? mr_alloc_instance(t, sizeof *it, type) : NULL;
    if (!it)
        return MR_ERROR;
    it->future = a[0];
    return mr_val(it);
}

/* ---- attributes ---- */

static MrValue get_state(MrThread *t, MrValue self)
{
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    return alive(t, FUTURE(self)) ? mr_str_c(t, names[mr_future_state(FUTURE(self))]) : MR_ERROR;
}

static MrValue get_loop(MrThread *t, MrValue self)
{
    (void)t;
    return FUTURE(self)->loop == MR_UNBOUND ? MR_NONE : FUTURE(self)->loop;
}

static MrValue as_pair(MrThread *t, MrValue callback, MrValue context, bool wake)
{
    MrValue pair[2] = {callback, context};
    if (wake) {
        pair[0] = mr_task_callable(t, mr_task_of(callback), true);
        pair[1] = mr_task_of(callback)->context;
    }
    if (pair[0] == MR_ERROR || !mr_context_object(t, &pair[1]))
        return MR_ERROR;
    return mr_tuple_from(t, pair, 2);
}

static MrValue get_callbacks(MrThread *t, MrValue self)
{
    MrFuture *f = FUTURE(self);
    if (!alive(t, f))
        return MR_ERROR;
    if (f->callback == MR_UNBOUND || mr_future_state(f) != MR_FUT_PENDING)
        return MR_NONE;
    MrValue list = mr_list_new(t, 1);
    if (list == MR_ERROR)
        return list;
    if (!(f->h.aux & MR_FUT_MANY)) {
        MrValue pair = as_pair(t, f->callback, f->context, f->h.aux & MR_FUT_WAKE);
        return pair != MR_ERROR && mr_list_append(t, list, pair) ? list : MR_ERROR;
    }
    MrList *all = MR_LIST(f->callback);
    for (size_t i = 0; i + 1 < all->length; i += 2) {
        MrValue pair = as_pair(t, all->items[i], all->items[i + 1], all->items[i + 1] == MR_NONE);
        if (pair == MR_ERROR || !mr_list_append(t, list, pair))
            return MR_ERROR;
    }
    return list;
}

static MrValue get_result(MrThread *t, MrValue self)
{
    if (!alive(t, FUTURE(self)))
        return MR_ERROR;
    return (FUTURE(self)->h.aux & (MR_FUT_STATE | MR_FUT_EXC)) == MR_FUT_FINISHED ? FUTURE(self)->result : MR_NONE;
}

static MrValue get_exception(MrThread *t, MrValue self)
{
    if (!alive(t, FUTURE(self)))
        return MR_ERROR;
    return FUTURE(self)->h.aux & MR_FUT_EXC ? FUTURE(self)->result : MR_NONE;
}

static MrValue get_source(MrThread *t, MrValue self)
{
    (void)t;
    return mr_future_source(FUTURE(self)) == MR_UNBOUND ? MR_NONE : mr_future_source(FUTURE(self));
}

static MrValue get_message(MrThread *t, MrValue self)
{
    (void)t;
    return mr_future_message(FUTURE(self)) == MR_UNBOUND ? MR_NONE : mr_future_message(FUTURE(self));
}

static bool set_message(MrThread *t, MrValue self, MrValue value)
{
    mr_future_set_message(t, FUTURE(self), value);
    mr_write_barrier(t, FUTURE(self), value);
    return true;
}

static bool set_flag(MrThread *t, MrValue self, MrValue value, unsigned flag)
{
    if (value == MR_UNBOUND) {
        mr_raise(t, MR_EXC_AttributeError, "cannot delete attribute");
        return false;
    }
    int on = mr_truth(t, value);
    if (on < 0)
        return false;
    MrObj *o = mr_obj_of(self);
    o->aux = (uint16_t)(on ? o->aux | flag : o->aux & ~flag);
    return true;
}

static MrValue get_blocking(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(FUTURE(self)->h.aux & MR_FUT_BLOCKING);
}

static bool set_blocking(MrThread *t, MrValue self, MrValue value) { return set_flag(t, self, value, MR_FUT_BLOCKING); }

static MrValue get_log(MrThread *t, MrValue self)
{
    return alive(t, FUTURE(self)) ? mr_bool(FUTURE(self)->h.aux & MR_FUT_LOG) : MR_ERROR;
}

static bool set_log(MrThread *t, MrValue self, MrValue value)
{
    int on = value == MR_UNBOUND ? 0 : mr_truth(t, value);
    if (on > 0)
        mr_raise(t, MR_EXC_ValueError, "_log_traceback can only be set to False");
    return on == 0 && set_flag(t, self, value, MR_FUT_LOG);
}

static const MrGetSetDef future_getset[] = {
    {"_state", get_state, NULL, "'PENDING', 'CANCELLED' or 'FINISHED'"},
    {"_loop", get_loop, NULL, "the loop"},
    {"_callbacks", get_callbacks, NULL, "pairs of callback and context, or None"},
    {"_result", get_result, NULL, "the result, or None"},
    {"_exception", get_exception, NULL, "the exception, or None"},
    {"_source_traceback", get_source, NULL, "where it was made, in debug mode"},
    {"_cancel_message", get_message, set_message, "the message given to cancel()"},
    {"_asyncio_future_blocking", get_blocking, set_blocking, "set while a task takes it from an await"},
    {"_log_traceback", get_log, set_log, "whether an exception that nobody saw is reported"},
    {0},
};

static const MrMethodDef future_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", future_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *, loop=None)", future_init, "Set up the object; the class says which arguments it takes.", 0},
    {"result(self, /)", future_result,
     "What set_result() stored; raises what set_exception() stored, InvalidStateError while the future is pending.", 0},
    {"exception(self, /)", future_exception,
     "What set_exception() stored, or None after a normal result; raises InvalidStateError while the future is pending.", 0},
    {"set_result(self, result, /)", future_set_result,
     "Complete the future with a value and schedule its callbacks; raises InvalidStateError when it is already done.", 0},
    {"set_exception(self, exception, /)", future_set_exception,
     "Complete the future with an exception, given as an instance or a class; raises InvalidStateError when it is already done.", 0},
    {"done(self, /)", future_done, "Whether a result, an exception or a cancellation has settled it.", 0},
    {"cancelled(self, /)", future_cancelled, "Whether cancel() is what settled it.", 0},
    {"cancel(self, /, msg=None)", future_cancel,
     "Settle a pending future as cancelled, so that its waiters get CancelledError. False when it was already done.", 0},
    {"add_done_callback(self, fn, /, *, context=None)", future_add_done_callback,
     "Have the loop call fn(future) once this is settled; soon, if it already is.", 0},
    {"remove_done_callback(self, fn, /)", future_remove_done_callback, "Forget every registration of fn and tell how many there were.", 0},
    {"get_loop(self, /)", future_get_loop, "The loop on which this future's callbacks are scheduled.", 0},
    {"_make_cancelled_error(self, /)", future_make_cancelled_error,
     "Build the CancelledError that a waiter gets, with the message given to cancel().", 0},
    {"__await__(self, /)", future_await, "The iterator that await runs to get the value.", 0},
    {"__iter__(self, /)", future_await, "An iterator over self.", 0},
    {"__repr__(self, /)", mr_future_repr, "The text that repr(self) gives.", 0},
    {"__class_getitem__(cls, item, /)", future_class_getitem, "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

const MrTypeDef mr_Future_type = {
    .name = "_asyncio.Future",
    .kind = MR_KIND_FUTURE,
    .size = sizeof(MrFuture),
    .flags = MR_TYPEDEF_DICT,
    .methods = future_methods,
    .getset = future_getset,
    .doc = "A value that arrives later: await it, or add callbacks that the event loop calls once it is there.",
    .trace = mr_future_trace,
    .module = "_asyncio",
};
