/* Loops that are driven from outside: single turns for pollers and game loops, and turns on a libuv loop that belongs to the host.
 *
 * On a host's loop the VM only has handles: a timer for the next due callback, an idle handle that keeps the loop from waiting while callbacks
 * are ready, and a check handle, in which turns are made. The first two keep the host's uv_run alive while there is something to do, the others never do.
 * libuv's callbacks enter the VM through iso->host_turn alone; what else they note is plain data.
 */
#include "vm/async/uv.h"

#include <math.h>

#include "vm/isolate.h"

bool mr_loop_step(MrThread *t, MrEventLoop *el, double at_most)
{
    MrLoopRun before;
    if (!mr_loop_begin(t, el, &before))
        return false;
    if (el->uv && el->uv->events)
        mr_uv_take_events(t, el->uv);
    bool ok = t->pending == MR_UNBOUND && mr_loop_turn(t, el, at_most);
    mr_loop_end(t, el, &before);
    if (el->host_loop && !el->closed) {
        MrValue pending = t->pending;
        t->pending = MR_UNBOUND;
        ok &= mr_uv_arm(t, el, mr_loop_delay(el));
        if (pending != MR_UNBOUND)
            t->pending = pending;
    }
    return ok;
}

/* ---- a host's loop ---- */

static void turn(MrUv *uv)
{
    if (uv->owner && !uv->owner->running && uv->iso->host_turn)
        uv->iso->host_turn(uv->iso->host);
}

static void on_check(uv_check_t *check)
{
    MrUv *uv = check->data;
    if (uv->owner && (uv->events || uv->owner->count))
        turn(uv);
}

static void on_due(uv_timer_t *timer) { turn(timer->data); }
static void on_idle(uv_idle_t *idle) { (void)idle; }
void mr_uv_on_wake(uv_async_t *wake) { turn(wake->data); }

void mr_uv_attach(MrThread *t, MrEventLoop *el, MrUv *uv)
{
    uv->owner = el;
    mr_waker_set(&t->iso->waker, &uv->wake);
    uv_check_init(uv->loop, &uv->check);
    uv_idle_init(uv->loop, &uv->idle);
    uv->check.data = uv->idle.data = uv;
    uv->open += 2;
    uv_check_start(&uv->check, on_check);
    uv_unref((uv_handle_t *)&uv->check);
    uv_unref((uv_handle_t *)&uv->wake);
}

void mr_uv_detach(MrUv *uv, uv_close_cb closed)
{
    if (!uv->check.data)
        return;
    uv_close((uv_handle_t *)&uv->check, closed);
    uv_close((uv_handle_t *)&uv->idle, closed);
}

bool mr_uv_arm(MrThread *t, MrEventLoop *el, double seconds)
{
    MrUv *uv = mr_uv_open(t, el);
    if (!uv)
        return false;
    mr_uv_drop_closed(uv);
    if (seconds <= 0)
        return uv_idle_start(&uv->idle, on_idle) == 0;
    uv_idle_stop(&uv->idle);
    if (seconds == INFINITY)
        return uv_timer_stop(&uv->timer) == 0;
    double ms = ceil(seconds * 1e3);
    uv_update_time(uv->loop);
    return uv_timer_start(&uv->timer, on_due, ms < 86400e3 ? (uint64_t)ms : 86400000u, 0) == 0;
}
