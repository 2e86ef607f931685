/* _asyncio: what the Python half of asyncio, in stdlib/asyncio, needs from the native half in vm/async. See stdlib/asyncio/NATIVE.md.
 */
#include "stdlib/native/asyncio_waits.h"
#include "vm/async/inline.h"
#include "vm/async/state.h"
#include "vm/async/stream.h"
#include "vm/async/transport.h"
#include "vm/attr.h"
#include "vm/error.h"
#include "vm/gc.h"
#include "vm/type.h"

/* ---- the running loop ---- */

static MrValue asyncio_get_running_loop(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue loop = mr_running_loop(t);
    if (MR_LIKELY(loop != MR_UNBOUND))
        return loop;
    return mr_raise(t, MR_EXC_RuntimeError, "no running event loop");
}

static MrValue asyncio__get_running_loop(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue loop = mr_running_loop(t);
    return loop == MR_UNBOUND ? MR_NONE : loop;
}

static MrValue asyncio__prompt_loop(MrThread *t, MrValue *a)
{
    (void)a;
    if (mr_running_loop(t) == MR_ERROR)
        return MR_ERROR;
    return mr_prompt_waits(t) ? t->iso->loop->prompt : MR_NONE;
}

static MrValue asyncio__set_running_loop(MrThread *t, MrValue *a)
{
    if (!mr_loop_state(t))
        return MR_ERROR;
    t->loop = a[0] == MR_NONE ? MR_UNBOUND : a[0];
    t->task = MR_UNBOUND;
    return MR_NONE;
}

/* ---- tasks ---- */

static MrValue asyncio_current_task(MrThread *t, MrValue *a)
{
    MrLoop *s = mr_loop_state(t);
    if (!s)
        return MR_ERROR;
    MrValue loop = a[0] == MR_UNBOUND || a[0] == MR_NONE ? asyncio_get_running_loop(t, a) : a[0];
    return loop == MR_ERROR ? loop : mr_task_current(t, s, loop);
}

/* Adds a task registered by hand if it is of this loop and not done. */
static bool add_foreign(MrThread *t, MrValue set, MrValue task, MrValue loop)
{
    MrValue getter = mr_getattr_c(t, task, "get_loop"), its = getter == MR_ERROR ? getter : mr_call0(t, getter);
    MrValue done = its == MR_ERROR ? its : mr_call_method0(t, task, mr_n(t, done));
    int over = done == MR_ERROR ? -1 : mr_truth(t, done);
    return over > 0 || (over == 0 && (its != loop || mr_set_add(t, set, task)));
}

static MrValue asyncio_all_tasks(MrThread *t, MrValue *a)
{
    MrLoop *s = mr_loop_state(t);
    if (!s)
        return MR_ERROR;
    MrValue loop = a[0] == MR_UNBOUND || a[0] == MR_NONE ? asyncio_get_running_loop(t, a) : a[0];
    MrValue set = loop == MR_ERROR ? loop : mr_set_new(t, false), list = set == MR_ERROR ? set : mr_list_new(t, s->n_tasks);
    if (list == MR_ERROR)
        return list;
    for (uint32_t i = 0; i < s->n_tasks; i++)
        if (s->tasks[i]->f.loop == loop && !mr_list_append(t, list, mr_val(s->tasks[i])))
            return MR_ERROR;
    for (size_t i = 0; i < MR_LIST(list)->length; i++)
        if (!mr_set_add(t, set, MR_LIST(list)->items[i]))
            return MR_ERROR;
    for (size_t i = 0; s->foreign != MR_UNBOUND && i < MR_LIST(s->foreign)->length; i++)
        if (!add_foreign(t, set, MR_LIST(s->foreign)->items[i], loop))
            return MR_ERROR;
    return set;
}

static MrValue asyncio__register_task(MrThread *t, MrValue *a)
{
    MrLoop *s = mr_loop_state(t);
    if (!s || (mr_is_kind(a[0], MR_KIND_TASK) && mr_task_of(a[0])->place))
        return s ? MR_NONE : MR_ERROR;
    if (s->foreign == MR_UNBOUND) {
        MrValue list = mr_list_new(t, 4);
        if (list == MR_ERROR)
            return list;
        s->foreign = list;
    }
    return mr_list_append(t, s->foreign, a[0]) ? MR_NONE : MR_ERROR;
}

static MrValue asyncio__unregister_task(MrThread *t, MrValue *a)
{
    MrLoop *s = mr_loop_state(t);
    if (!s)
        return MR_ERROR;
    if (mr_is_kind(a[0], MR_KIND_TASK))
        mr_task_unlink(t, mr_task_of(a[0]));
    MrList *list = s->foreign == MR_UNBOUND ? NULL : MR_LIST(s->foreign);
    size_t kept = 0;
    for (size_t i = 0; list && i < list->length; i++)
        if (list->items[i] != a[0])
            list->items[kept++] = list->items[i];
    if (list)
        list->length = kept;
    return MR_NONE;
}

static MrValue asyncio__enter_task(MrThread *t, MrValue *a)
{
    MrLoop *s = mr_loop_state(t);
    return s && mr_task_enter(t, s, a[0], a[1]) ? MR_NONE : MR_ERROR;
}

static MrValue asyncio__leave_task(MrThread *t, MrValue *a)
{
    MrLoop *s = mr_loop_state(t);
    return s && mr_task_leave(t, s, a[0], a[1]) ? MR_NONE : MR_ERROR;
}

static MrValue asyncio__swap_current_task(MrThread *t, MrValue *a)
{
    MrLoop *s = mr_loop_state(t);
    return s ? mr_task_swap(t, s, a[0], a[1]) : MR_ERROR;
}

/* ---- futures ---- */

static MrValue asyncio__set_result_unless_cancelled(MrThread *t, MrValue *a)
{
    if (mr_is_exact(a[0], MR_TYPE_Future)) {
        MrFuture *f = mr_future_of(a[0]);
        return mr_future_state(f) == MR_FUT_CANCELLED || mr_future_set_result(t, f, a[1]) ? MR_NONE : MR_ERROR;
    }
    MrValue r = mr_call_method0(t, a[0], mr_n(t, cancelled));
    int cancelled = r == MR_ERROR ? -1 : mr_truth(t, r);
    if (cancelled)
        return cancelled < 0 ? MR_ERROR : MR_NONE;
    MrValue method = mr_getattr_c(t, a[0], "set_result");
    return method == MR_ERROR ? method : mr_call1(t, method, a[1]);
}

static MrValue asyncio_isfuture(MrThread *t, MrValue *a)
{
    int yes = mr_is_futurelike(t, a[0]);
    return yes < 0 ? MR_ERROR : mr_bool(yes);
}

/* ---- sleep(0) ---- */

typedef struct MrSleep0Iter { /* h.aux: 1 once it has yielded */
    MrObj h;
    MrValue unused;
} MrSleep0Iter;

static MrValue sleep0_next(MrThread *t, MrValue self)
{
    (void)t;
    MrObj *o = mr_obj_of(self);
    return o->aux++ ? (o->aux = 1, MR_UNBOUND) : MR_NONE;
}

static const MrTypeDef sleep0_iter_def = {
    .name = "_asyncio._Sleep0Iter",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrSleep0Iter),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .next = sleep0_next,
    .module = "_asyncio",
};

static MrValue sleep0_await(MrThread *t, MrValue *a)
{
    (void)a;
    MrObj *o = mr_alloc(t, sizeof(MrSleep0Iter), MR_KIND_OTHER, (MrTypeId)t->iso->loop->sleep0_iter_shape);
    return o ? mr_val(o) : MR_ERROR;
}

static const MrMethodDef sleep0_methods[] = {{"__await__(self, /)", sleep0_await, NULL, 0}, {0}};
static const MrTypeDef sleep0_def = {
    .name = "_asyncio._Sleep0",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrSleep0Iter),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = sleep0_methods,
    .module = "_asyncio",
};

static MrValue asyncio__set_sleep(MrThread *t, MrValue *a)
{
    if (!mr_is_kind(a[0], MR_KIND_FUNCTION) || ((MrFunction *)mr_obj_of(a[0]))->code->nparams != 2)
        return mr_raise(t, MR_EXC_TypeError, "expected sleep(delay, result)");
    t->iso->hooks[MR_HOOK_SLEEP] = a[0];
    mr_obj_of(a[0])->aux = MR_TWIN_SLEEP;
    return MR_NONE;
}

/* ---- threads and signals ---- */

static MrValue asyncio__thread_dict(MrThread *t, MrValue *a)
{
    (void)a;
    if (t->dict == MR_UNBOUND) {
        MrDict *d = mr_dict_new(t);
        if (!d)
            return MR_ERROR;
        t->dict = mr_val(d);
    }
    return t->dict;
}

static MrValue asyncio__sigint_watch(MrThread *t, MrValue *a)
{
    int watching = mr_sigint_watch(t, a[0]);
    return watching < 0 ? MR_ERROR : mr_bool(watching);
}

static MrValue asyncio__sigint_unwatch(MrThread *t, MrValue *a) { return mr_sigint_unwatch(t, a[0]) ? MR_NONE : MR_ERROR; }

/* ---- what is alive ---- */

enum { LIVE_HANDLES, LIVE_FUTURES, LIVE_TASKS, LIVE_TRANSPORTS, LIVE_READERS, LIVE_LOOPS, LIVE_TIMERS, LIVE_READY, LIVE_UV, N_LIVE };

typedef struct Census { MrIsolate *iso; int64_t n[N_LIVE]; } Census;

static void count_live(MrObj *o, void *data)
{
    Census *c = data;
    if (o->kind == MR_KIND_TASK)
        c->n[LIVE_TASKS]++;
    else if (o->kind == MR_KIND_FUTURE)
        c->n[LIVE_FUTURES]++;
    if (o->kind != MR_KIND_OTHER || !c->iso->shapes[o->shape])
        return;
    const MrTypeDef *def = c->iso->shapes[o->shape]->type->def;
    c->n[LIVE_HANDLES] += def == &mr_handle_def || def == &mr_timer_handle_def;
    c->n[LIVE_TRANSPORTS] += def == &mr_transport_def;
    c->n[LIVE_READERS] += def == &mr_stream_reader_def;
    if (def == &mr_event_loop_def) {
        MrEventLoop *el = (MrEventLoop *)o;
        c->n[LIVE_LOOPS] += !el->closed;
        c->n[LIVE_TIMERS] += el->n_timers;
        c->n[LIVE_READY] += el->count;
        c->n[LIVE_UV] += mr_uv_handles(el);
    }
}

static MrValue asyncio__live(MrThread *t, MrValue *a)
{
    static const char *const names[N_LIVE] = {"handles", "futures", "tasks", "transports", "readers", "open loops", "timers", "ready", "libuv handles"};
    MrDict *d = mr_loop_state(t) ? mr_dict_new(t) : NULL;
    if (!d)
        return MR_ERROR;
    (void)a;
    Census c = {.iso = t->iso};
    mr_heap_each(t->iso, count_live, &c);
    for (int i = 0; i < N_LIVE; i++)
        if (!mr_dict_set_c(t, d, names[i], mr_small_int(c.n[i])))
            return MR_ERROR;
    return mr_val(d);
}

/* ---- the module ---- */

static const MrMethodDef functions[] = {
    {"get_running_loop()", asyncio_get_running_loop, "The loop that runs in this thread; raises RuntimeError if none does.", 0},
    {"_get_running_loop()", asyncio__get_running_loop, "The loop that runs in this thread, or None.", 0},
    {"_prompt_loop()", asyncio__prompt_loop, "Return the event loop behind an interactive prompt if it waits for the statement that calls this, else None.", 0},
    {"_set_running_loop(loop, /)", asyncio__set_running_loop, "Make loop, or None, the one that runs in this thread.", 0},
    {"current_task(loop=None)", asyncio_current_task, "The task that the loop is executing at the moment, or None.", 0},
    {"all_tasks(loop=None)", asyncio_all_tasks, "The loop's tasks that are not done yet, as a set.", 0},
    {"_register_task(task)", asyncio__register_task, "Let all_tasks() know of a task.", 0},
    {"_unregister_task(task)", asyncio__unregister_task, "Let all_tasks() forget a task.", 0},
    {"_enter_task(loop, task)", asyncio__enter_task, "Make task the loop's current one; raises RuntimeError if there is another.", 0},
    {"_leave_task(loop, task)", asyncio__leave_task, "The loop has no current task any more; raises RuntimeError if task was not it.", 0},
    {"_swap_current_task(loop, task)", asyncio__swap_current_task, "Make task the loop's current one and tell which was it before.", 0},
    {"_set_result_unless_cancelled(fut, result, /)", asyncio__set_result_unless_cancelled,
     "What sleep() schedules: complete a future that is still pending.", 0},
    {"_stop_for(fut, /)", mr_loop_stop_for, "Stop the loop when the future is done.", 0},
    {"isfuture(obj, /)", asyncio_isfuture, "Return True if obj is a Future.", 0},
    {"_have_twins(*classes)", mr_asyncio_have_twins, "Say which classes are those of asyncio that have native twins of their coroutine functions.", 0},
    {"_wake_next(waiters, /)", mr_asyncio_wake_next, "Take futures from the left of a deque until one is pending; set its result to None.", 0},
    {"_wake_all(waiters, /)", mr_asyncio_wake_all, "Set the result of all pending futures of a deque to True.", 0},
    {"_set_sleep(function, /)", asyncio__set_sleep, "Say which function is asyncio.sleep, whose await needs no coroutine.", 0},
    {"_thread_dict()", asyncio__thread_dict, "A dict that belongs to the calling thread.", 0},
    {"_live()", asyncio__live, "How many of asyncio's objects are in the heap, and what its loops still have to do.", 0},
    {"_sigint_watch(fn, /)", asyncio__sigint_watch, "Call fn(signum, frame) on SIGINT from now on, if nothing else handles it.", 0},
    {"_sigint_unwatch(fn, /)", asyncio__sigint_unwatch, "Take fn off SIGINT.", 0},
    {0},
};

static bool add_sleep0(MrThread *t, MrModule *m, MrLoop *s)
{
    MrType *iter = mr_type_from_def(t, &sleep0_iter_def), *type = mr_type_from_def(t, &sleep0_def);
    if (!iter || !type || !mr_type_ready(t, iter))
        return false;
    s->sleep0_iter_shape = iter->root->id;
    MrObj *o = mr_alloc_instance(t, sizeof(MrSleep0Iter), type);
    if (!o)
        return false;
    t->iso->hooks[MR_HOOK_SLEEP0] = mr_val(o);
    return mr_module_add(t, m, "_sleep0", mr_val(o));
}

static bool init(MrThread *t, MrModule *m)
{
    static const struct { const char *name; MrTypeId id; } rows[] = {
        {"Future", MR_TYPE_Future}, {"Task", MR_TYPE_Task}, {"CancelledError", MR_EXC_CancelledError}, {"InvalidStateError", MR_EXC_InvalidStateError}};
    MrLoop *s = mr_loop_state(t);
    for (size_t i = 0; s && i < sizeof rows / sizeof *rows; i++)
        if (!mr_module_add(t, m, rows[i].name, mr_type_val(t, rows[i].id)))
            return false;
    return s && mr_asyncio_add_twins(t, s) && add_sleep0(t, m, s);
}

static const MrTypeDef *const types[] = {&mr_event_loop_def, &mr_handle_def, &mr_timer_handle_def, &mr_transport_def, &mr_stream_reader_def, &mr_stream_protocol_def, NULL};

const MrModuleDef mr_module__asyncio = {
    .name = "_asyncio", .functions = functions, .init = init, .doc = "Futures, tasks and the loop's bookkeeping for asyncio.", .types = types};
