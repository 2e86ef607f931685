/* `await asyncio.sleep(delay)` without its coroutine.
 *
 * The call of asyncio.sleep and the await right behind it are the most frequent suspension there is. Where nobody could hold the coroutine, because the
 * next instruction awaits it, none is made: sleep(0) becomes the bare suspension that it ends in, and a longer one a Future that stands in the heap of timers itself, in
 * place of coroutine, future, timer handle and arguments. It is done only where the outcome is the same: inside a task of a loop whose own methods are the native ones,
 * outside of debug mode, with a plain number, for the function that asyncio itself has made known. An exception that comes out of the await gets the
 * traceback line of sleep's own await, as if its frame had been there.
 */
#include "vm/async/sleep.h"

#include "vm/async/state.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/interp.h"

/* The await of `sleep` that suspends for no time (0) or for some (1). */
static MrInstr *await_of(MrCode *code, int which)
{
    MrInstr *found = code->code;
    for (MrInstr *pc = code->code, *end = code->code + code->n_code; pc < end; pc += 1 + mr_op_info[pc->op].words)
        if (pc->op == MR_OP_SEND) {
            found = pc;
            if (which-- == 0)
                break;
        }
    return found;
}

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
    MrValue fn = t->iso->hooks[MR_HOOK_SLEEP];
    if (!mr_is_kind(fn, MR_KIND_FUNCTION) || t->frame->function == (MrFunction *)mr_obj_of(fn))
        return;
    MrCode *code = ((MrFunction *)mr_obj_of(fn))->code;
    MrFrame frame = {.function = (MrFunction *)mr_obj_of(fn), .code = code, .pc = await_of(code, now ? 0 : 1), .frame_object = MR_UNBOUND, .ns = MR_UNBOUND};
    mr_traceback_add(t, &frame);
}
