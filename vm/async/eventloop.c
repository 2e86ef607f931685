/* `_asyncio.EventLoop`: the native half of asyncio's loop, subclassed by asyncio.base_events.BaseEventLoop.
 *
 * Hooks of the Python half (call_exception_handler, _as_future, _slow_callback) are reached by attribute look-up on the loop object. A loop
 * whose class overrides call_soon gets all scheduling through that method; for others the ring is filled directly.
 * Not here: what a turn does (loop.c), waiting (watch.c).
 */
#include "vm/async/state.h"
#include "vm/async/transport.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/function.h"
#include "vm/permit.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>

#define LOOP(v) ((MrEventLoop *)mr_obj_of(v))
#define DEBUG_STACK_DEPTH 10

static MrValue loop_call_soon(MrThread *t, MrValue *a);
static MrValue loop_call_later(MrThread *t, MrValue *a);
static MrValue loop_call_at(MrThread *t, MrValue *a);
static MrValue loop_time(MrThread *t, MrValue *a);
static MrValue loop_create_future(MrThread *t, MrValue *a);

/* Is the class's method of that name the native one? */
static bool is_native(MrThread *t, MrType *type, const char *method, MrNative fn)
{
    MrStr *name = mr_intern(t, method, strlen(method));
    MrValue f = name ? mr_type_lookup(t, type, name) : MR_ERROR;
    if (f == MR_ERROR)
        mr_take_pending(t);
    return mr_is_kind(f, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(f))->fn == fn;
}

MrEventLoop *mr_native_timers(MrThread *t, MrValue loop)
{
    MrEventLoop *el = mr_native_loop(t, loop);
    return el && el->native_timers ? el : NULL;
}

MrEventLoop *mr_native_loop_slow(MrThread *t, MrValue loop)
{
    if (MR_UNLIKELY(!mr_is_kind(loop, MR_KIND_OTHER)))
        return NULL;
    MrType *type = t->iso->shapes[mr_obj_of(loop)->shape]->type;
    if (MR_UNLIKELY(type->def != &mr_event_loop_def))
        return NULL;
    MrEventLoop *el = LOOP(loop);
    if (MR_UNLIKELY(el->version != type->version)) {
        el->native_soon = is_native(t, type, "call_soon", loop_call_soon);
        el->native_timers = el->native_soon && is_native(t, type, "call_later", loop_call_later) && is_native(t, type, "call_at", loop_call_at) &&
                            is_native(t, type, "time", loop_time) && is_native(t, type, "create_future", loop_create_future);
        el->version = type->version;
    }
    return el->native_soon ? el : NULL;
}

static bool check_open(MrThread *t, MrEventLoop *el)
{
    if (MR_LIKELY(!el->closed))
        return true;
    mr_raise(t, MR_EXC_RuntimeError, "Event loop is closed");
    return false;
}

/* ---- scheduling ---- */

static bool check_callback(MrThread *t, MrValue callback, const char *method)
{
    if (mr_is_coroutine(callback) || mr_is_coroutine_function(t, callback)) {
        mr_raise(t, MR_EXC_TypeError, "coroutines cannot be used with %s()", method);
        return false;
    }
    if (mr_callable(t, callback))
        return true;
    MrValue text = mr_repr(t, callback);
    if (text != MR_ERROR)
        mr_raise(t, MR_EXC_TypeError, "a callable object was expected by %s(), got %s", method, mr_cstr(text));
    return false;
}

/* In debug mode: only the thread in which the loop runs may ask it for anything, except by call_soon_threadsafe(). */
static bool check_thread(MrThread *t, MrEventLoop *el, const char *method)
{
    if (!el->running || t->loop == mr_val(el) || strcmp(method, "call_soon_threadsafe") == 0)
        return true;
    mr_raise(t, MR_EXC_RuntimeError, "Non-thread-safe operation invoked on an event loop other than the current one");
    return false;
}

static MrHandle *make_handle(MrThread *t, MrEventLoop *el, MrValue callback, MrValue args, MrValue context, bool timer, const char *method)
{
    if (!check_open(t, el) || (el->debug && method && (!check_thread(t, el, method) || !check_callback(t, callback, method))))
        return NULL;
    if (context == MR_UNBOUND || context == MR_NONE)
        context = mr_context_snapshot(t);
    MrHandle *h = mr_handle_new(t, mr_val(el), callback, args, context, timer);
    if (h && el->debug && (h->source = mr_source_traceback(t)) == MR_ERROR)
        return NULL;
    return h;
}

static MrValue loop_call_soon(MrThread *t, MrValue *a)
{
    MrHandle *h = make_handle(t, LOOP(a[0]), a[1], a[2], a[3], false, "call_soon");
    return h && mr_ready_push(t, LOOP(a[0]), mr_val(h), MR_UNBOUND) ? mr_val(h) : MR_ERROR;
}

static MrValue loop_call_soon_threadsafe(MrThread *t, MrValue *a)
{
    MrHandle *h = make_handle(t, LOOP(a[0]), a[1], a[2], a[3], false, "call_soon_threadsafe");
    if (!h || !mr_ready_push(t, LOOP(a[0]), mr_val(h), MR_UNBOUND))
        return MR_ERROR;
    return !LOOP(a[0])->uv || mr_uv_wake(t, LOOP(a[0])) ? mr_val(h) : MR_ERROR;
}

static MrValue schedule_at(MrThread *t, MrEventLoop *el, double when, bool whole, MrValue *a)
{
    MrHandle *h = make_handle(t, el, a[2], a[3], a[4], true, "call_at");
    if (!h)
        return MR_ERROR;
    h->when = when;
    h->h.aux |= whole ? MR_HANDLE_WHOLE : 0;
    return mr_timer_push(t, el, when, &h->h) ? mr_val(h) : MR_ERROR;
}

static MrValue loop_call_later(MrThread *t, MrValue *a)
{
    double delay;
    if (a[1] == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "delay must not be None");
    if (!mr_to_double(t, a[1], &delay)) { /* CPython adds it to the time */
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "unsupported operand type(s) for +: 'float' and '%s'", mr_type_name(t, a[1]));
        return MR_ERROR;
    }
    return schedule_at(t, LOOP(a[0]), mr_loop_time() + delay, false, a);
}

static MrValue loop_call_at(MrThread *t, MrValue *a)
{
    double when;
    if (a[1] == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "when cannot be None");
    return mr_to_double(t, a[1], &when) ? schedule_at(t, LOOP(a[0]), when, mr_is_int(a[1]), a) : MR_ERROR;
}

static MrValue loop_time(MrThread *t, MrValue *a)
{
    (void)t, (void)a;
    return mr_float(mr_loop_time());
}

/* ---- futures and tasks ---- */

static MrValue loop_create_future(MrThread *t, MrValue *a)
{
    MrFuture *f = mr_future_new(t, a[0]);
    return f ? mr_val(f) : MR_ERROR;
}

/* What a task factory makes of coro. */
static MrValue ask_factory(MrThread *t, MrEventLoop *el, MrValue coro, MrValue name, MrValue context)
{
    MrValue pair[2] = {mr_val(el), coro}, args = mr_tuple_from(t, pair, 2), kwargs = MR_UNBOUND;
    if (args == MR_ERROR)
        return args;
    if (context != MR_UNBOUND && context != MR_NONE) {
        MrDict *d = mr_dict_new(t);
        if (!d || !mr_dict_set_c(t, d, "context", context))
            return MR_ERROR;
        kwargs = mr_val(d);
    }
    MrValue task = mr_call_kw(t, el->factory, args, kwargs);
    if (task == MR_ERROR || name == MR_UNBOUND || name == MR_NONE)
        return task;
    MrStr *attr = mr_intern(t, "set_name", 8);
    MrValue set_name = attr ? mr_getattr_or(t, task, attr) : MR_ERROR;
    if (set_name == MR_ERROR || (set_name != MR_UNBOUND && mr_call1(t, set_name, name) == MR_ERROR))
        return MR_ERROR;
    return task;
}

static MrValue loop_create_task(MrThread *t, MrValue *a)
{
    MrEventLoop *el = LOOP(a[0]);
    if (!check_open(t, el))
        return MR_ERROR;
    if (MR_UNLIKELY(el->factory != MR_NONE))
        return ask_factory(t, el, a[1], a[2], a[3]);
    MrTask *task = mr_task_new(t, a[1], a[0], a[2], a[3]);
    return task ? mr_val(task) : MR_ERROR;
}

static MrValue loop_set_task_factory(MrThread *t, MrValue *a)
{
    if (a[1] != MR_NONE && !mr_callable(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "task factory must be a callable or None");
    LOOP(a[0])->factory = a[1];
    mr_write_barrier(t, LOOP(a[0]), a[1]);
    return MR_NONE;
}

static MrValue loop_get_task_factory(MrThread *t, MrValue *a)
{
    (void)t;
    return LOOP(a[0])->factory;
}

/* ---- asynchronous generators ---- */

static MrValue on_first_iteration(MrThread *t, MrValue *a)
{
    MrEventLoop *el = LOOP(a[0]);
    if (el->agens_shut) {
        MrValue text = mr_repr(t, a[1]);
        if (text == MR_ERROR || !mr_warn(t, MR_EXC_ResourceWarning, "asynchronous generator %s was scheduled after loop.shutdown_asyncgens() call", mr_cstr(text)))
            return MR_ERROR;
    }
    MrValue ref = mr_call1(t, mr_type_val(t, MR_TYPE_weakref), a[1]);
    if (ref == MR_ERROR)
        return ref;
    if (el->agens == MR_UNBOUND) {
        MrValue list = mr_list_new(t, 4);
        if (list == MR_ERROR)
            return list;
        el->agens = list;
    }
    MrList *list = MR_LIST(el->agens);
    if (list->length == list->capacity) { /* forget the dead before growing */
        size_t kept = 0;
        for (size_t i = 0; i < list->length; i++) {
            MrValue r = list->items[i], target = mr_call0(t, r);
            if (target == MR_ERROR)
                return target;
            if (target != MR_NONE)
                list->items[kept++] = r;
        }
        list->length = kept;
    }
    return mr_list_append(t, el->agens, ref) ? MR_NONE : MR_ERROR;
}

static MrValue on_last_reference(MrThread *t, MrValue *a)
{
    MrEventLoop *el = LOOP(a[0]);
    if (el->closed)
        return MR_NONE;
    MrValue create = mr_getattr_c(t, a[0], "create_task"), soon = create == MR_ERROR ? create : mr_getattr_c(t, a[0], "call_soon_threadsafe");
    MrValue close = soon == MR_ERROR ? soon : mr_getattr_c(t, a[1], "aclose"), coro = close == MR_ERROR ? close : mr_call0(t, close);
    return coro == MR_ERROR ? coro : mr_call2(t, soon, create, coro);
}

static const MrMethodDef first_row = {"_asyncgen_firstiter_hook(self, agen, /)", on_first_iteration, "Take note of an asynchronous generator that begins.", 0};
static const MrMethodDef final_row = {"_asyncgen_finalizer_hook(self, agen, /)", on_last_reference, "Close an asynchronous generator that was left alone.", 0};

static MrValue loop_take_asyncgens(MrThread *t, MrValue *a)
{
    MrEventLoop *el = LOOP(a[0]);
    MrValue live = mr_list_new(t, 0);
    if (live == MR_ERROR)
        return live;
    el->agens_shut = true;
    for (size_t i = 0; el->agens != MR_UNBOUND && i < MR_LIST(el->agens)->length; i++) {
        MrValue target = mr_call0(t, MR_LIST(el->agens)->items[i]);
        if (target == MR_ERROR)
            return target;
        if (target == MR_NONE)
            continue;
        MrGenerator *g = (MrGenerator *)mr_obj_of(target);
        if (g->state != MR_GEN_DONE && !g->ag_closed && !mr_list_append(t, live, target))
            return MR_ERROR;
    }
    el->agens = MR_UNBOUND;
    return live;
}

/* ---- running ---- */

static bool check_not_running(MrThread *t, MrEventLoop *el)
{
    if (el->running)
        mr_raise(t, MR_EXC_RuntimeError, "This event loop is already running");
    else if (t->loop != MR_UNBOUND && !mr_prompt_waits(t))
        mr_raise(t, MR_EXC_RuntimeError, "Cannot run the event loop while another loop is running");
    else
        return true;
    return false;
}

bool mr_loop_begin(MrThread *t, MrEventLoop *el, MrLoopRun *before)
{
    MrLoop *state = mr_loop_state(t);
    if (!state || !check_open(t, el) || !check_not_running(t, el))
        return false;
    MrValue first = mr_function_native(t, &first_row, MR_UNBOUND, mr_val(el)), final = mr_function_native(t, &final_row, MR_UNBOUND, mr_val(el));
    if (first == MR_ERROR || final == MR_ERROR)
        return false;
    *before = (MrLoopRun){t->asyncgen_hooks[0], t->asyncgen_hooks[1], t->coro_origin, t->loop, t->task};
    t->asyncgen_hooks[0] = first;
    t->asyncgen_hooks[1] = final;
    if (el->debug)
        t->coro_origin = mr_small_int(DEBUG_STACK_DEPTH);
    t->task = MR_UNBOUND;
    t->loop = mr_val(el);
    el->running = true;
    return true;
}

void mr_loop_end(MrThread *t, MrEventLoop *el, const MrLoopRun *before)
{
    el->running = el->stopping = false;
    t->loop = before->running;
    t->task = before->task;
    t->asyncgen_hooks[0] = before->first;
    t->asyncgen_hooks[1] = before->final;
    t->coro_origin = before->depth;
}

static MrValue loop_run_forever(MrThread *t, MrValue *a)
{
    MrEventLoop *el = LOOP(a[0]);
    MrLoopRun before;
    if (el->host_loop)
        return mr_raise(t, MR_EXC_RuntimeError, "This event loop is run by the program that embeds the interpreter");
    if (!mr_loop_begin(t, el, &before))
        return MR_ERROR;
    bool ok;
    do
        ok = mr_loop_turn(t, el, INFINITY);
    while (ok && !el->stopping);
    mr_loop_end(t, el, &before);
    return ok ? MR_NONE : MR_ERROR;
}

MrValue mr_loop_stop_for(MrThread *t, MrValue *a)
{
    if (mr_is_future(a[0])) {
        MrFuture *f = mr_future_of(a[0]);
        if (mr_future_state(f) != MR_FUT_CANCELLED) {
            MrValue exc = mr_future_exception(t, f);
            if (exc == MR_ERROR || mr_isinstance_of(t, exc, MR_EXC_SystemExit) || mr_isinstance_of(t, exc, MR_EXC_KeyboardInterrupt))
                return exc == MR_ERROR ? exc : MR_NONE;
        }
    }
    MrValue getter = mr_getattr_c(t, a[0], "get_loop");
    MrValue loop = getter == MR_ERROR ? getter : mr_call0(t, getter), stop = loop == MR_ERROR ? loop : mr_getattr_c(t, loop, "stop");
    return stop == MR_ERROR ? stop : mr_call0(t, stop);
}

/* The future to run: a native one or other future-like object as it is, a coroutine as a new task, the rest by the hook. */
static MrValue as_future(MrThread *t, MrValue self, MrValue v, int futurelike)
{
    if (futurelike && mr_is_future(v)) {
        if (mr_future_of(v)->loop != self)
            return mr_raise(t, MR_EXC_ValueError, "The future belongs to a different loop than the one specified as the loop argument");
        return v;
    }
    MrValue method = mr_getattr_c(t, self, mr_is_coroutine(v) ? "create_task" : "_as_future");
    return method == MR_ERROR ? method : mr_call1(t, method, v);
}

static bool add_callback(MrThread *t, MrValue future, MrValue callback)
{
    if (mr_is_future(future))
        return mr_future_add_callback(t, mr_future_of(future), callback, mr_context_snapshot(t));
    MrValue method = mr_getattr_c(t, future, "add_done_callback");
    return method != MR_ERROR && mr_call1(t, method, callback) != MR_ERROR;
}

static bool remove_callback(MrThread *t, MrValue future, MrValue callback)
{
    if (mr_is_future(future))
        return mr_future_remove_callback(t, mr_future_of(future), callback) >= 0;
    MrValue method = mr_getattr_c(t, future, "remove_done_callback");
    return method != MR_ERROR && mr_call1(t, method, callback) != MR_ERROR;
}

static MrValue loop_run_until_complete(MrThread *t, MrValue *a)
{
    MrEventLoop *el = LOOP(a[0]);
    MrLoop *state = mr_loop_state(t);
    if (!state || !check_open(t, el) || !check_not_running(t, el))
        return MR_ERROR;
    int futurelike = mr_is_futurelike(t, a[1]);
    MrValue future = futurelike < 0 ? MR_ERROR : as_future(t, a[0], a[1], futurelike);
    if (future == MR_ERROR)
        return future;
    bool is_new = !futurelike;
    if (is_new && mr_is_kind(future, MR_KIND_TASK))
        mr_obj_of(future)->aux &= (uint16_t)~MR_TASK_LOG_DESTROY;
    MrValue stop = mr_getattr_c(t, a[0], "_run_until_complete_cb"), run = mr_getattr_c(t, a[0], "run_forever");
    if (stop == MR_ERROR || run == MR_ERROR || !add_callback(t, future, stop))
        return MR_ERROR;
    if (mr_call0(t, run) == MR_ERROR) {
        MrValue error = mr_take_pending(t);
        if (is_new && mr_is_future(future))
            mr_obj_of(future)->aux &= (uint16_t)~MR_FUT_LOG;
        if (!remove_callback(t, future, stop))
            return MR_ERROR;
        return mr_raise_value(t, error);
    }
    if (!remove_callback(t, future, stop))
        return MR_ERROR;
    MrValue done = mr_call_method0(t, future, mr_n(t, done));
    int yes = done == MR_ERROR ? -1 : mr_truth(t, done);
    if (yes <= 0)
        return yes < 0 ? MR_ERROR : mr_raise(t, MR_EXC_RuntimeError, "Event loop stopped before Future completed.");
    return mr_call_method0(t, future, mr_n(t, result));
}

static MrValue loop_stop(MrThread *t, MrValue *a)
{
    (void)t;
    LOOP(a[0])->stopping = true;
    return MR_NONE;
}

static MrValue loop_close(MrThread *t, MrValue *a)
{
    MrEventLoop *el = LOOP(a[0]);
    if (el->running)
        return mr_raise(t, MR_EXC_RuntimeError, "Cannot close a running event loop");
    if (el->closed)
        return MR_NONE;
    el->closed = true;
    el->ready = NULL;
    el->head = el->count = el->mask = 0;
    el->timers = NULL;
    el->n_timers = el->cap_timers = el->n_cancelled = 0;
    MrUv *uv = el->uv;
    el->uv = NULL;
    mr_uv_close(uv, NULL, NULL);
    return MR_NONE;
}

static MrValue loop_is_running(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(LOOP(a[0])->running);
}

static MrValue loop_is_closed(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(LOOP(a[0])->closed);
}

static MrValue loop_get_debug(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(LOOP(a[0])->debug);
}

static MrValue loop_set_debug(MrThread *t, MrValue *a)
{
    int on = mr_truth(t, a[1]);
    if (on < 0)
        return MR_ERROR;
    LOOP(a[0])->debug = on;
    if (LOOP(a[0])->running)
        t->coro_origin = on ? mr_small_int(DEBUG_STACK_DEPTH) : MR_UNBOUND;
    return MR_NONE;
}

/* ---- descriptors and signals ---- */

static bool descriptor_of(MrThread *t, MrValue v, int *fd)
{
    if (!mr_is_integer(v)) {
        MrValue method = mr_getattr_or(t, v, mr_n(t, fileno));
        if (method == MR_UNBOUND) {
            MrValue text = mr_repr(t, v);
            if (text != MR_ERROR)
                mr_raise(t, MR_EXC_ValueError, "Invalid file object: %s", mr_cstr(text));
            return false;
        }
        v = method == MR_ERROR ? method : mr_call0(t, method);
        if (v == MR_ERROR)
            return false;
    }
    int64_t i;
    if (!mr_to_i64(t, v, &i))
        return false;
    if (i < 0 || i > INT32_MAX) {
        mr_raise(t, MR_EXC_ValueError, "Invalid file descriptor: %lld", (long long)i);
        return false;
    }
    *fd = (int)i;
    return true;
}

/* A descriptor that a transport works with is not to be watched by anybody else, unless it has stepped back for sendfile(). */
static bool check_no_transport(MrThread *t, MrEventLoop *el, int fd, MrValue file)
{
    MrObj *owner = mr_uv_socket_owner(el, fd);
    if (MR_LIKELY(!owner || MR_TRANSPORT(mr_val(owner))->closing || MR_TRANSPORT(mr_val(owner))->empty_waiter != MR_NONE))
        return true;
    MrValue name = mr_repr(t, file), user = name == MR_ERROR ? name : mr_repr(t, mr_val(owner));
    if (user != MR_ERROR)
        mr_raise(t, MR_EXC_RuntimeError, "File descriptor %s is used by transport %s", mr_cstr(name), mr_cstr(user));
    return false;
}

static MrValue add_descriptor(MrThread *t, MrValue *a, bool writer, bool ours)
{
    int fd;
    if (!mr_allowed_any(t, MR_ALLOW_FILES | MR_ALLOW_NETWORK | MR_ALLOW_PROCESSES) || !check_open(t, LOOP(a[0])) || !descriptor_of(t, a[1], &fd) ||
        !(ours || check_no_transport(t, LOOP(a[0]), fd, a[1])))
        return MR_ERROR;
    MrHandle *h = make_handle(t, LOOP(a[0]), a[2], a[3], MR_NONE, false, NULL);
    return h && mr_uv_add_fd(t, LOOP(a[0]), fd, writer, h) ? MR_NONE : MR_ERROR;
}

static MrValue remove_descriptor(MrThread *t, MrValue *a, bool writer, bool ours)
{
    int fd;
    if (LOOP(a[0])->closed)
        return MR_FALSE;
    int removed = descriptor_of(t, a[1], &fd) && (ours || check_no_transport(t, LOOP(a[0]), fd, a[1])) ? mr_uv_remove_fd(t, LOOP(a[0]), fd, writer) : -1;
    return removed < 0 ? MR_ERROR : mr_bool(removed);
}

static MrValue loop_add_reader(MrThread *t, MrValue *a) { return add_descriptor(t, a, false, false); }
static MrValue loop__add_reader(MrThread *t, MrValue *a) { return add_descriptor(t, a, false, true); }
static MrValue loop_add_writer(MrThread *t, MrValue *a) { return add_descriptor(t, a, true, false); }
static MrValue loop__add_writer(MrThread *t, MrValue *a) { return add_descriptor(t, a, true, true); }
static MrValue loop_remove_reader(MrThread *t, MrValue *a) { return remove_descriptor(t, a, false, false); }
static MrValue loop__remove_reader(MrThread *t, MrValue *a) { return remove_descriptor(t, a, false, true); }
static MrValue loop_remove_writer(MrThread *t, MrValue *a) { return remove_descriptor(t, a, true, false); }
static MrValue loop__remove_writer(MrThread *t, MrValue *a) { return remove_descriptor(t, a, true, true); }

static bool signal_of(MrThread *t, MrValue v, int *number)
{
    int64_t i;
    if (!mr_is_integer(v)) {
        MrValue text = mr_repr(t, v);
        if (text != MR_ERROR)
            mr_raise(t, MR_EXC_TypeError, "sig must be an int, not %s", mr_cstr(text));
        return false;
    }
    if (!mr_to_i64(t, v, &i))
        return false;
    if (i < 1 || i >= NSIG) {
        mr_raise(t, MR_EXC_ValueError, "invalid signal number %lld", (long long)i);
        return false;
    }
    *number = (int)i;
    return true;
}

static MrValue loop_add_signal_handler(MrThread *t, MrValue *a)
{
    int number;
    if (!mr_allowed(t, MR_ALLOW_PROCESSES))
        return MR_ERROR;
    if (mr_is_coroutine(a[2]) || mr_is_coroutine_function(t, a[2]))
        return mr_raise(t, MR_EXC_TypeError, "coroutines cannot be used with add_signal_handler()");
    if (!signal_of(t, a[1], &number) || !check_open(t, LOOP(a[0])))
        return MR_ERROR;
    if (t != &t->iso->main)
        return mr_raise(t, MR_EXC_RuntimeError, "set_wakeup_fd only works in main thread of the main interpreter");
    if (number == SIGKILL || number == SIGSTOP)
        return mr_raise(t, MR_EXC_RuntimeError, "sig %d cannot be caught", number);
    MrHandle *h = make_handle(t, LOOP(a[0]), a[2], a[3], MR_NONE, false, NULL);
    return h && mr_uv_add_signal(t, LOOP(a[0]), number, h) ? MR_NONE : MR_ERROR;
}

static MrValue loop_remove_signal_handler(MrThread *t, MrValue *a)
{
    int number;
    return signal_of(t, a[1], &number) ? mr_bool(mr_uv_remove_signal(LOOP(a[0]), number)) : MR_ERROR;
}

/* ---- the type ---- */

static MrValue loop_new(MrThread *t, MrValue *a)
{
    MrEventLoop *el = mr_loop_state(t) ? mr_alloc_instance(t, sizeof *el, MR_TYPE(a[0])) : NULL;
    if (!el)
        return MR_ERROR;
    const char *debug = getenv("PYTHONASYNCIODEBUG");
    el->debug = t->iso->dev_mode || (!t->iso->isolated && !strchr(t->iso->letters, 'E') && debug && *debug);
    el->slow = 0.1;
    el->factory = MR_NONE;
    return mr_val(el);
}

static MrValue get_slow(MrThread *t, MrValue self)
{
    (void)t;
    return mr_float(LOOP(self)->slow);
}

static bool set_slow(MrThread *t, MrValue self, MrValue value)
{
    if (value == MR_UNBOUND) {
        mr_raise(t, MR_EXC_AttributeError, "slow_callback_duration cannot be deleted");
        return false;
    }
    return mr_to_double(t, value, &LOOP(self)->slow);
}

static void loop_trace(MrGc *gc, MrObj *o)
{
    MrEventLoop *el = (MrEventLoop *)o;
    mr_mark_buffer(gc, el->ready);
    for (uint32_t i = 0; i < el->count; i++) {
        mr_mark(gc, el->ready[(el->head + i) & el->mask].what);
        mr_mark(gc, el->ready[(el->head + i) & el->mask].arg);
    }
    mr_mark_buffer(gc, el->timers);
    for (uint32_t i = 0; i < el->n_timers; i++)
        mr_mark_obj(gc, el->timers[i].what);
    mr_mark(gc, el->factory);
    mr_mark(gc, el->agens);
    mr_uv_trace(gc, el->uv);
}

static void loop_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    MrUv *uv = ((MrEventLoop *)o)->uv;
    ((MrEventLoop *)o)->uv = NULL;
    mr_uv_close(uv, NULL, NULL);
}

static const MrMethodDef loop_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", loop_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"call_soon(self, /, callback, *args, context=None)", loop_call_soon,
     "Have callback(*args) called in the next round of the loop; returns a handle with cancel().", 0},
    {"call_soon_threadsafe(self, /, callback, *args, context=None)", loop_call_soon_threadsafe,
     "call_soon() for other threads: it also wakes the loop.", 0},
    {"call_later(self, /, delay, callback, *args, context=None)", loop_call_later,
     "Have callback(*args) called after delay seconds; returns a handle with cancel().", 0},
    {"call_at(self, /, when, callback, *args, context=None)", loop_call_at,
     "Have callback(*args) called when time() reaches when; returns a handle with cancel().", 0},
    {"time(self, /)", loop_time, "Seconds on the clock by which the loop schedules.", 0},
    {"create_future(self, /)", loop_create_future, "A pending future of this loop.", 0},
    {"create_task(self, coro, *, name=None, context=None)", loop_create_task, "Run a coroutine as a task, from the next round on.", 0},
    {"set_task_factory(self, /, factory)", loop_set_task_factory, "Have factory(loop, coro) make the tasks, or the loop itself again for None.", 0},
    {"get_task_factory(self, /)", loop_get_task_factory, "What set_task_factory() set, or None.", 0},
    {"run_forever(self, /)", loop_run_forever, "Work until somebody calls stop().", 0},
    {"run_until_complete(self, future)", loop_run_until_complete,
     "Work until the future, or the task of a coroutine, is done; returns its result or raises its exception.", 0},
    {"stop(self, /)", loop_stop, "End run_forever() after the present round.", 0},
    {"close(self, /)", loop_close, "Give up what the loop holds; raises RuntimeError while it runs.", 0},
    {"is_running(self, /)", loop_is_running, "Whether run_forever() or run_until_complete() is at work.", 0},
    {"is_closed(self, /)", loop_is_closed, "Whether close() was called.", 0},
    {"get_debug(self, /)", loop_get_debug, "Is debug mode on?", 0},
    {"set_debug(self, enabled)", loop_set_debug, "Turn debug mode on or off.", 0},
    {"add_reader(self, /, fd, callback, *args)", loop_add_reader, "Have callback(*args) called whenever the descriptor can be read.", 0},
    {"add_writer(self, /, fd, callback, *args)", loop_add_writer, "Have callback(*args) called whenever the descriptor can be written to.", 0},
    {"remove_reader(self, /, fd)", loop_remove_reader, "Undo add_reader(); False if there was nothing to undo.", 0},
    {"remove_writer(self, /, fd)", loop_remove_writer, "Undo add_writer(); False if there was nothing to undo.", 0},
    {"_add_reader(self, /, fd, callback, *args)", loop__add_reader, "Call back when the descriptor can be read.", 0},
    {"_add_writer(self, /, fd, callback, *args)", loop__add_writer, "Call back when the descriptor can be written.", 0},
    {"_remove_reader(self, /, fd)", loop__remove_reader, "End what _add_reader began.", 0},
    {"_remove_writer(self, /, fd)", loop__remove_writer, "End what _add_writer began.", 0},
    {"add_signal_handler(self, /, sig, callback, *args)", loop_add_signal_handler,
     "Have callback(*args) called in the loop when the signal arrives.", 0},
    {"remove_signal_handler(self, /, sig)", loop_remove_signal_handler, "Undo add_signal_handler(); False if there was nothing to undo.", 0},
    {"_take_asyncgens(self, /)", loop_take_asyncgens, "The asynchronous generators that are under way; the loop forgets them.", 0},
    {0},
};

static MrValue get_current(MrThread *t, MrValue self)
{
    (void)t;
    return LOOP(self)->current == MR_UNBOUND ? MR_NONE : LOOP(self)->current;
}

static const MrGetSetDef loop_getset[] = {
    {"slow_callback_duration", get_slow, set_slow, "in debug mode, a callback that takes as many seconds is reported"},
    {"_current_handle", get_current, NULL, "the handle that runs, or None"},
    {0},
};

const MrTypeDef mr_event_loop_def = {
    .name = "_asyncio.EventLoop",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrEventLoop),
    .methods = loop_methods,
    .getset = loop_getset,
    .doc = "The native half of the event loop.",
    .trace = loop_trace,
    .finalize = loop_finalize,
    .module = "_asyncio",
};
