/* Long work of libraries that cannot be interrupted, done in a thread of its own while the script's thread waits and may give up. */
#ifndef MR_VM_ASIDE_H
#define MR_VM_ASIDE_H

#include "vm/isolate.h"
#include "vm/signals.h"

/* Is this worth it: about so many ns, in an isolate that a host may want to stop, or somebody at a terminal? */
static inline bool mr_aside_wanted(const MrThread *t, double ns)
{
    return ns > 3e6 && (t->iso->limits.interruptible || (ns > 3e7 && mr_signals_may_break(t)));
}

/* Runs work(job) to its end: true, and the job is the caller's still. False: the script has to stop, an exception is pending, and the job, which
 * must not touch the isolate's memory, is given to end(job) when its thread is done with it. Other threads of the script run meanwhile. */
bool mr_aside(MrThread *t, void (*work)(void *job), void (*end)(void *job), void *job) MR_MUST_CHECK;

#endif
