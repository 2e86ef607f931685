/* Awaits without a coroutine.
 *
 * `await asyncio.sleep(1)`, `await queue.get()`, `async with lock`: the coroutine that such a call makes is awaited by the very next instruction, so that
 * nobody else can hold it. Where a function of asyncio has a native twin, the call makes none: the twin either gives the result at once, or a Future that knows
 * how to go on when it has ended. The Python function stays what everyone else sees (create_task(queue.get()), subclasses, other loops, debug mode,
 * tracing), and the outcome is the same, the lines in tracebacks included.
 * Not here: sleep's twin (sleep.c), those of locks and queues (stdlib/native/_asyncio_waits.c), the instruction (CALL in interp.c).
 */
#include "vm/async/inline.h"

#include "vm/async/sleep.h"
#include "vm/async/state.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/interp.h"

MrInline mr_sleep_start(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out)
{
    (void)f;
    *out = mr_sleep_inline(t, args);
    return *out == MR_UNBOUND ? MR_INLINE_NO : *out == MR_ERROR ? MR_INLINE_ERROR : MR_INLINE_WAIT;
}

void mr_wait_again(MrWait *w)
{
    w->f.h.aux = (uint16_t)((w->f.h.aux & ~MR_FUT_STATE) | MR_FUT_PENDING | MR_FUT_BLOCKING);
    w->f.result = MR_UNBOUND;
}

static MrInstr *await_of(MrCode *code, int n)
{
    MrInstr *found = code->code;
    for (MrInstr *pc = code->code, *end = code->code + code->n_code; pc < end; pc += 1 + mr_op_info[pc->op].words)
        if (pc->op == MR_OP_SEND) {
            found = pc;
            if (n-- == 0)
                break;
        }
    return found;
}

void mr_await_trace(MrThread *t, MrValue f, int n)
{
    if (!mr_is_kind(f, MR_KIND_FUNCTION) || t->frame->function == (MrFunction *)mr_obj_of(f))
        return;
    MrFunction *function = (MrFunction *)mr_obj_of(f);
    MrFrame frame = {.function = function, .code = function->code, .pc = await_of(function->code, n), .frame_object = MR_UNBOUND, .ns = MR_UNBOUND};
    mr_traceback_add(t, &frame);
}

void mr_await_abandon(MrThread *t, MrFuture *f)
{
    if (f->h.aux & MR_FUT_SLEEP) {
        mr_sleep_drop(f);
        mr_sleep_trace(t, false);
    } else if (f->h.aux & MR_FUT_WAIT) {
        t->iso->loop->twins->abandon(t, (MrWait *)f);
        f->h.aux &= (uint16_t)~MR_FUT_WAIT;
    }
}
