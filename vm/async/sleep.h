/* Sleeping without a coroutine: see sleep.c. */
#ifndef MR_VM_ASYNC_SLEEP_H
#define MR_VM_ASYNC_SLEEP_H

#include "vm/async/loop.h"

/* What an await of asyncio.sleep(*args), args being its two parameters, can await instead of the coroutine; MR_UNBOUND: only the coroutine will do. */
MrValue mr_sleep_inline(MrThread *t, const MrValue *args) MR_MUST_CHECK;
/* The time of such a future has come. */
bool mr_sleep_run(MrThread *t, MrFuture *f) MR_MUST_CHECK;
/* Nobody waits for it any more. */
void mr_sleep_drop(MrFuture *f);
/* Adds the line of sleep's await to the pending exception's traceback: that for no time, or for some. */
void mr_sleep_trace(MrThread *t, bool now);

#endif
