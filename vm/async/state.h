/* Which loop runs and which task is current, per isolate. */
#ifndef MR_VM_ASYNC_STATE_H
#define MR_VM_ASYNC_STATE_H

#include "vm/async/loop.h"

/* The loop that runs, which for a prompt's statement is the host's, made if need be; MR_UNBOUND if there is none. [script] */
MrValue mr_running_loop(MrThread *t) MR_MUST_CHECK;
/* Is the running loop only said to be running, for a prompt's statement, so that any loop may run now? */
bool mr_prompt_waits(MrThread *t);
/* Enters and leaves a task of `loop`: RuntimeError if another one is current, or a different one than is left. */
bool mr_task_enter(MrThread *t, MrLoop *state, MrValue loop, MrValue task) MR_MUST_CHECK;
bool mr_task_leave(MrThread *t, MrLoop *state, MrValue loop, MrValue task) MR_MUST_CHECK;
/* Makes `task` (MR_NONE: nothing) the current task of `loop` and returns the former one or MR_NONE. */
MrValue mr_task_swap(MrThread *t, MrLoop *state, MrValue loop, MrValue task) MR_MUST_CHECK;
MrValue mr_task_current(MrThread *t, MrLoop *state, MrValue loop) MR_MUST_CHECK; /* or MR_NONE */

/* From now on SIGINT calls fn, if its handler is signal.default_int_handler: 1, 0, -1. */
int mr_sigint_watch(MrThread *t, MrValue fn);
bool mr_sigint_unwatch(MrThread *t, MrValue fn) MR_MUST_CHECK; /* puts the default back if fn is the handler */

#endif
