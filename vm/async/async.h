/* What the rest of the VM sees of the async core: no uv here. */
#ifndef MR_VM_ASYNC_ASYNC_H
#define MR_VM_ASYNC_ASYNC_H

#include "vm/generator.h"

/* One step of `await future` for an exact or derived Future or Task: MR_GEN_RETURNED with its result, MR_GEN_RAISED with its exception, or
 * MR_GEN_YIELDED with the future itself, marked as blocking, for the task that drives the chain. */
MrGenResult mr_future_send(MrThread *t, MrValue future, MrValue *out);
/* `await _sleep0`, the suspension of sleep(0), in a coroutine that a task drives: the object is its own iterator and nothing is allocated. It yields
 * itself, and the task's next step sends it back, by which the second send is told from the first. */
bool mr_sleep0_is_direct(MrThread *t);
static inline MrGenResult mr_sleep0_send(MrValue sleep0, MrValue value, MrValue *out)
{
    *out = value == sleep0 ? MR_NONE : sleep0;
    return value == sleep0 ? MR_GEN_RETURNED : MR_GEN_YIELDED;
}
/* Script-visible end of a dead Future or Task: reports an exception that nobody took, or a task destroyed while pending. */
void mr_future_finalize(MrThread *t, MrObj *o);
/* False for a Future or Task that has nothing to report and can simply be swept. */
bool mr_future_needs_finalization(const MrObj *o);
/* May be called from a signal handler: ends the poll that the loop is in, so that the signal is looked at. */
void mr_async_wake(MrIsolate *iso);
/* Ends what the isolate's loop still holds; called once when the isolate is freed. */
void mr_async_fini(MrIsolate *iso);
/* Roots of the async core. */
void mr_async_trace(MrGc *gc);

#endif
