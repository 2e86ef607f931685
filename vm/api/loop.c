/* moray.h: the VM's own event loop, and driving it: to the end of one awaitable, or turn by turn from a game loop or a foreign poller.
 *
 * The loop is an ordinary asyncio loop, made when it is first needed and kept until the VM's end.
 */
#include <math.h>

#include "vm/api/api.h"
#include "vm/async/loop.h"
#include "vm/error.h"

MrValue mr_api_loop(MorayVM *vm, MrThread *t)
{
    if (vm->runner != MR_UNBOUND)
        return vm->runner;
    MrValue asyncio = mr_import(t, "asyncio"), make = asyncio == MR_ERROR ? asyncio : mr_getattr_c(t, asyncio, "new_event_loop");
    MrValue loop = make == MR_ERROR ? make : mr_call0(t, make);
    MrValue set = loop == MR_ERROR ? loop : mr_getattr_c(t, asyncio, "set_event_loop");
    if (set == MR_ERROR || mr_call1(t, set, loop) == MR_ERROR)
        return MR_ERROR;
    return vm->runner = loop;
}

/* The loop's C part if there is a loop and it is open. */
static MrEventLoop *open_loop(MorayVM *vm, MrThread *t)
{
    MrEventLoop *el = vm->runner == MR_UNBOUND ? NULL : mr_native_loop(t, vm->runner);
    return el && !el->closed ? el : NULL;
}

MrValue mr_api_run_until(MorayVM *vm, MrThread *t, MrValue awaitable)
{
    MrValue loop = mr_api_loop(vm, t);
    MrStr *name = loop == MR_ERROR ? NULL : mr_api_name(t, "run_until_complete");
    return name ? mr_call_method(t, loop, name, 1, &awaitable) : MR_ERROR;
}

MorayRef moray_run_until(MorayVM *vm, MorayRef awaitable)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MrValue v = mr_api_get(vm, awaitable);
    return v == MR_ERROR ? MORAY_NULL : mr_api_put(vm, mr_api_run_until(vm, t, v));
}

/* ---- turn by turn ---- */

static bool has_work(MrThread *t, const MrEventLoop *el)
{
    return el->count || el->n_timers || mr_uv_watches(el) || t->iso->loop->n_tasks;
}

int moray_poll(MorayVM *vm, int timeout_ms)
{
    MR_API_ENTER(vm, -1);
    if (!mr_poll(t))
        return -1;
    MrEventLoop *el = open_loop(vm, t);
    if (!el)
        return 0;
    if (!mr_loop_step(t, el, timeout_ms < 0 ? INFINITY : timeout_ms / 1e3))
        return -1;
    return has_work(t, el);
}

int moray_backend_fd(MorayVM *vm)
{
    MR_API_ENTER(vm, -1);
    MrEventLoop *el = open_loop(vm, t);
    return el ? mr_uv_backend_fd(t, el) : -1;
}

int moray_backend_timeout(MorayVM *vm)
{
    MrThread *t = vm->iso->current;
    MrEventLoop *el = open_loop(vm, t);
    if (vm->iso->poll)
        return 0;
    if (!el)
        return -1;
    double ms = ceil(mr_loop_delay(el) * 1e3);
    int libuv = mr_uv_backend_timeout(el), ours = ms < 86400e3 ? (int)ms : ms == INFINITY ? -1 : 86400000;
    return libuv < 0 || (ours >= 0 && ours < libuv) ? ours : libuv;
}
