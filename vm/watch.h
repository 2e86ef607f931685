/* Hooks into running code: trace and profile functions of scripts, and a profiler in C. Per thread.
 *
 * Nothing looks for hooks while there are none. A thread that is watched runs in a second copy of the dispatch loop (interp_watched.c), compiled from
 * the same text with the calls below in it. Whoever installs a hook asks the plain loop to change over: at its next poll, at the next entry from C, and at
 * the instruction behind the call that is in progress, where MR_OP_WATCH is put for that purpose. A hook's own code is not watched.
 */
#ifndef MR_VM_WATCH_H
#define MR_VM_WATCH_H

#include "vm/isolate.h"

typedef enum MrWatchEvent { MR_WATCH_CALL, MR_WATCH_LINE, MR_WATCH_RETURN, MR_WATCH_EXCEPTION, MR_WATCH_C_CALL, MR_WATCH_C_RETURN, MR_WATCH_C_EXCEPTION,
                            MR_WATCH_OPCODE } MrWatchEvent;

enum { MR_WATCHED_TRACE = 1, MR_WATCHED_PROFILE = 2, MR_WATCHED_NATIVE = 4 };

/* Installs a trace (kind MR_WATCHED_TRACE) or profile function, MR_NONE for none. */
void mr_watch_set(MrThread *t, unsigned kind, MrValue function);
MrValue mr_watch_get(MrThread *t, unsigned kind);
/* Installs a C function that gets the calls and returns with the code object or the native function; NULL takes it away. */
void mr_watch_native(MrThread *t, MrWatchHook *hook, MrValue data);

/* Whether the thread is inside a hook: a debugger can have code traced that it calls itself. */
void mr_watch_inside(MrThread *t, bool in_hook);
/* The thread ends: it is watched no more. */
void mr_watch_end(MrThread *t);

/* What the watched loop calls. False: an exception is pending. `first` is the outermost generator of the chain that was resumed, or NULL. */
bool mr_watch_enter(MrThread *t, MrFrame *frame, MrGenerator *first);
bool mr_watch_step(MrThread *t, MrFrame *frame);                     /* frame->pc is about to be executed */
bool mr_watch_leave(MrThread *t, MrFrame *frame, MrValue result);    /* it returns */
bool mr_watch_suspend(MrThread *t, MrFrame *frame, MrValue result);  /* its chain of generators does */
void mr_watch_raised(MrThread *t, MrFrame *frame);                   /* an exception came up in or into it */
void mr_watch_unwind(MrThread *t, MrFrame *frame);                   /* it ends with the pending exception */

/* Puts back what MR_OP_WATCH stands for. */
void mr_watch_untrap(MrCode *code);

/* The two loops change over by calling one another with `midway`: frame->pc is to be executed next. */
MrValue mr_interp_plain(MrThread *t, bool midway);
MrValue mr_interp_watched(MrThread *t, bool midway);

#endif
