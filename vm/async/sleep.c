/* `await asyncio.sleep(delay)` without its coroutine.
 *
 * The call of asyncio.sleep and the await right behind it are the most frequent suspension there is. It is the first of the twins of inline.c: sleep(0) becomes the bare suspension that it ends in, and a longer one a Future that stands in the heap of timers itself, in
 * place of coroutine, future, timer handle and arguments. It is done only where the outcome is the same: inside a task of a loop whose own methods are the native ones,
 * outside of debug mode, with a plain number, for the function that asyncio itself has made known. An exception that comes out of the await gets the
 * traceback line of sleep's own await, as if its frame had been there.
 */
#include "vm/async/sleep.h"

#include "vm/async/inline.h"
#include "vm/async/state.h"

MrValue mr_sleep_inline(MrThread *t, const MrValue *args)
{
    bool now;
    double delay;
    if (mr_is_int(args[0])) {
        now = mr_int_of(args[0]) <= 0;
        delay = (double)mr_int_of(args[0]);
    } else if (mr_is_float(args[0])) {
        delay = mr_float_of(args[0]);
        now = delay <= 0;
        if (!now && !(delay > 0))
            return MR_UNBOUND;
    } else {
        return MR_UNBOUND;
    }
    if (args[1] != MR_NONE || !mr_sleep0_is_direct(t))
        return MR_UNBOUND;
    if (now)
        return t->iso->hooks[MR_HOOK_SLEEP0];
    MrEventLoop *el = mr_native_timers(t, t->loop);
    if (!el || el->debug || el->closed || mr_task_of(t->task)->f.loop != t->loop)
        return MR_UNBOUND;
    MrFuture *f = mr_future_new(t, t->loop);
    if (!f || !mr_timer_push(t, el, mr_loop_time() + delay, &f->h))
        return MR_ERROR;
    f->h.aux |= MR_FUT_SLEEP;
    return mr_val(f);
}

bool mr_sleep_run(MrThread *t, MrFuture *f)
{
    return f->h.aux & MR_FUT_DROPPED || mr_future_state(f) != MR_FUT_PENDING || mr_future_set_result(t, f, MR_NONE);
}

void mr_sleep_drop(MrFuture *f)
{
    if (f->h.aux & MR_FUT_TIMED && !(f->h.aux & MR_FUT_DROPPED) && mr_future_state(f) == MR_FUT_PENDING)
        ((MrEventLoop *)mr_obj_of(f->loop))->n_cancelled++;
    f->h.aux |= MR_FUT_DROPPED;
}

void mr_sleep_trace(MrThread *t, bool now)
{
    mr_await_trace(t, t->iso->hooks[MR_HOOK_SLEEP], now ? 0 : 1); /* sleep has one await for no time and one for some */
}
