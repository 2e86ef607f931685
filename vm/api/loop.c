/* moray.h: the VM's own event loop, and driving it: to the end of one awaitable, or turn by turn from a game loop or a foreign poller.
 *
 * The loop is an ordinary asyncio loop, made when it is first needed and kept until the VM's end.
 */
#include <math.h>

#include "vm/api/api.h"
#include "vm/async/loop.h"
#include "vm/call.h"
#include "vm/error.h"

static void host_turn(void *host);

MrValue mr_api_loop(MorayVM *vm, MrThread *t)
{
    MrEventLoop *old = vm->runner == MR_UNBOUND ? NULL : mr_native_loop(t, vm->runner);
    if (vm->runner != MR_UNBOUND && !(old && old->closed && !vm->uv_loop)) /* one that a script has closed is replaced */
        return vm->runner;
    MrValue asyncio = mr_import(t, "asyncio"), make = asyncio == MR_ERROR ? asyncio : mr_getattr_c(t, asyncio, "new_event_loop");
    MrValue loop = make == MR_ERROR ? make : mr_call0(t, make);
    MrValue set = loop == MR_ERROR ? loop : mr_getattr_c(t, asyncio, "set_event_loop");
    if (set == MR_ERROR || mr_call1(t, set, loop) == MR_ERROR)
        return MR_ERROR;
    MrEventLoop *el = mr_native_loop(t, loop);
    if (el && vm->uv_loop) {
        el->host_loop = vm->uv_loop;
        t->iso->host_turn = host_turn;
    }
    return vm->runner = loop;
}

/* The loop's C part if there is a loop and it is open. */
static MrEventLoop *open_loop(MorayVM *vm, MrThread *t)
{
    MrEventLoop *el = vm->runner == MR_UNBOUND ? NULL : mr_native_loop(t, vm->runner);
    return el && !el->closed ? el : NULL;
}

/* The result of an awaitable, run to its end on that loop. [script] */
static MrValue run_until(MorayVM *vm, MrThread *t, MrValue awaitable)
{
    MrValue loop = mr_api_loop(vm, t);
    MrStr *name = loop == MR_ERROR ? NULL : mr_api_name(t, "run_until_complete");
    return name ? mr_call_method(t, loop, name, 1, &awaitable) : MR_ERROR;
}

MorayRef moray_run_until(MorayVM *vm, MorayRef awaitable)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, awaitable);
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, run_until(vm, t, v));
}

/* ---- tasks ---- */

MorayRef moray_spawn(MorayVM *vm, MorayRef awaitable)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, awaitable), loop = v == MR_ERROR ? v : mr_api_loop(vm, t);
    MrValue make = loop == MR_ERROR ? loop : mr_getattr_c(t, loop, mr_is_coroutine(v) ? "create_task" : "_as_future");
    return make == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_call1(t, make, v));
}

/* The future or task of a reference. */
static MrFuture *get_future(MorayVM *vm, MrThread *t, MorayRef ref)
{
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR || mr_is_future(v))
        return v == MR_ERROR ? NULL : mr_future_of(v);
    mr_raise(t, MR_EXC_TypeError, "expected Task or Future, not %s", v == MR_NONE ? "None" : mr_type_name(t, v));
    return NULL;
}

int moray_is_done(MorayVM *vm, MorayRef task)
{
    MR_API_ENTER(vm, -1);
    MrFuture *f = get_future(vm, t, task);
    return f ? mr_future_state(f) != MR_FUT_PENDING : -1;
}

MorayRef moray_result(MorayVM *vm, MorayRef task)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrFuture *f = get_future(vm, t, task);
    return f ? mr_api_put(vm, mr_future_result(t, f)) : MORAY_NULL;
}

bool moray_cancel(MorayVM *vm, MorayRef task)
{
    MR_API_ENTER(vm, false);
    MrFuture *f = get_future(vm, t, task);
    if (!f)
        return false;
    return (f->h.kind == MR_KIND_TASK ? mr_task_cancel(t, (MrTask *)f, MR_UNBOUND) : mr_future_cancel(t, f, MR_UNBOUND)) >= 0;
}

typedef struct DoneCallback {
    MrObj h;
    void (*fn)(MorayVM *vm, MorayRef task, void *data);
    void *data;
} DoneCallback;

static const MrTypeDef done_callback_def = {
    .name = "host_callback", .kind = MR_KIND_OTHER, .size = sizeof(DoneCallback), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
};

static MrValue call_done(MrThread *t, MrValue *a)
{
    const DoneCallback *c = (DoneCallback *)mr_obj_of(a[0]);
    MorayVM *vm = t->iso->host;
    MR_API_CALLBACK(vm, c->fn(vm, mr_api_put(vm, a[1]), c->data));
    return mr_pending(t) ? MR_ERROR : MR_NONE;
}

static const MrMethodDef done_row = {"host_callback(callback, future, /)", call_done, NULL, 0};

bool moray_on_done(MorayVM *vm, MorayRef task, void (*fn)(MorayVM *vm, MorayRef task, void *data), void *data)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(fn, false);
    MrFuture *f = get_future(vm, t, task);
    MrType *type = f ? mr_type_from_def(t, &done_callback_def) : NULL;
    DoneCallback *c = type ? mr_alloc_instance(t, sizeof *c, type) : NULL;
    if (!c)
        return false;
    c->fn = fn;
    c->data = data;
    MrValue callback = mr_function_native(t, &done_row, MR_UNBOUND, mr_val(c));
    return callback != MR_ERROR && mr_future_add_callback(t, f, callback, mr_context_snapshot(t));
}

/* ---- the end of the loop ---- */

static MrValue end_all(MrThread *t, MrValue loop)
{
    MrValue runners = mr_import(t, "asyncio.runners"), f = runners == MR_ERROR ? runners : mr_getattr_c(t, runners, "_end_all");
    return f == MR_ERROR ? f : mr_call1(t, f, loop);
}

static void tell_done(void *data)
{
    MorayVM *vm = data;
    if (vm->shutdown.done)
        vm->shutdown.done(vm, vm->shutdown.data);
}

/* Everything has ended: the loop is closed, and its handles with it. The host is told when libuv has let go of them. */
static void close_for_good(MorayVM *vm, MrThread *t)
{
    MrEventLoop *el = open_loop(vm, t);
    MrUv *uv = el ? el->uv : NULL;
    if (el)
        el->uv = NULL;
    MrValue close = vm->runner == MR_UNBOUND ? MR_UNBOUND : mr_getattr_c(t, vm->runner, "close");
    if (close != MR_UNBOUND && (close == MR_ERROR || mr_call0(t, close) == MR_ERROR))
        mr_report_unraisable(t, vm->runner);
    mr_uv_close(uv, tell_done, vm);
}

static void note_ended(MorayVM *vm, MorayRef task, void *data)
{
    (void)task, (void)data;
    vm->shutdown.ended = true;
}

void moray_shutdown(MorayVM *vm, void (*done)(MorayVM *vm, void *data), void *data)
{
    MrThread *t = vm->iso->current;
    (void)!mr_api_enter(vm, __builtin_frame_address(0));
    if (vm->shutdown.asked)
        return;
    vm->shutdown.asked = true;
    vm->shutdown.done = done;
    vm->shutdown.data = data;
    mr_take_pending(t);
    mr_limits_resume(t->iso);
    if (!open_loop(vm, t)) {
        tell_done(vm);
        return;
    }
    MrValue all = end_all(t, vm->runner);
    if (vm->uv_loop || vm->iso->current->host_depth) {
        MorayScope scope = moray_scope_open(vm);
        MorayRef task = all == MR_ERROR ? MORAY_NULL : moray_spawn(vm, mr_api_put(vm, all));
        bool ok = moray_on_done(vm, task, note_ended, NULL);
        moray_scope_close(vm, scope);
        if (ok)
            return;
    } else if (all != MR_ERROR) {
        all = run_until(vm, t, all);
    }
    if (mr_pending(t))
        mr_report_unraisable(t, vm->runner);
    close_for_good(vm, t);
}

/* ---- on a host's loop ---- */

void moray_on_loop_error(MorayVM *vm, void (*fn)(MorayVM *vm, void *data), void *data)
{
    vm->on_loop_error = fn;
    vm->loop_error_data = data;
}

static void report_loop_error(MorayVM *vm)
{
    if (vm->on_loop_error)
        MR_API_CALLBACK(vm, vm->on_loop_error(vm, vm->loop_error_data));
    if (moray_failed(vm))
        moray_report(vm);
}

/* Called from libuv's callbacks. */
static void host_turn(void *host)
{
    MorayVM *vm = host;
    MrThread *t = mr_api_enter(vm, __builtin_frame_address(0));
    if (!t) { /* a callback of the host left it pending */
        report_loop_error(vm);
        t = mr_api_enter(vm, __builtin_frame_address(0));
    }
    MrEventLoop *el = t && !vm->iso->current->host_depth ? open_loop(vm, t) : NULL;
    if (!el)
        return;
    bool ok = mr_poll(t) && mr_loop_step(t, el, 0);
    if (vm->shutdown.ended && !el->closed)
        close_for_good(vm, t);
    else if (!ok)
        report_loop_error(vm);
}

/* ---- turn by turn ---- */

static bool has_work(MrThread *t, const MrEventLoop *el)
{
    return el->count || el->n_timers || mr_uv_watches(el) || t->iso->loop->n_tasks;
}

int moray_poll(MorayVM *vm, int timeout_ms)
{
    MR_API_ENTER(vm, -1);
    if (!moray_check(vm))
        return -1;
    MrEventLoop *el = open_loop(vm, t);
    if (!el)
        return 0;
    bool ok = mr_loop_step(t, el, timeout_ms < 0 ? INFINITY : timeout_ms / 1e3);
    if (vm->shutdown.ended && !el->closed) {
        close_for_good(vm, t);
        return 0;
    }
    return ok ? has_work(t, el) : -1;
}

int moray_backend_fd(MorayVM *vm)
{
    MR_API_ENTER(vm, -1);
    MrEventLoop *el = open_loop(vm, t);
    if (!el && t->iso->threads.count) { /* a signal may come to another thread: only the loop's descriptor ends the wait then */
        if (mr_api_loop(vm, t) == MR_ERROR)
            return -1;
        el = open_loop(vm, t);
    }
    return el ? mr_uv_backend_fd(t, el) : -1;
}

int moray_backend_timeout(MorayVM *vm)
{
    MrThread *t = vm->iso->current;
    MrEventLoop *el = open_loop(vm, t);
    if (mr_poll_bits(vm->iso))
        return 0;
    if (!el)
        return -1;
    double ms = ceil(mr_loop_delay(el) * 1e3);
    int libuv = mr_uv_backend_timeout(el), ours = ms < 86400e3 ? (int)ms : ms == INFINITY ? -1 : 86400000;
    return libuv < 0 || (ours >= 0 && ours < libuv) ? ours : libuv;
}
