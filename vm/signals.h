/* Signals of the operating system as scripts see them: C handlers note the arrival, mr_signals_run calls the script's handler at the next poll. */
#ifndef MR_VM_SIGNALS_H
#define MR_VM_SIGNALS_H

#include "vm/isolate.h"

#define MR_N_SIGNALS 65

/* SIGINT raises KeyboardInterrupt in this isolate, SIGPIPE and SIGXFSZ are ignored. */
bool mr_signals_install(MrThread *t) MR_MUST_CHECK;
/* Forgets the isolate; the actions that its signals had before are put back. */
void mr_signals_fini(MrIsolate *iso);
/* SIGINT's usual handler as mr_signal_set_handler takes it, so that no module need be imported for it. */
#define MR_SIGNAL_USUAL mr_small_int(-1)
/* Is SIGINT's handler the usual one? Is it this one? */
bool mr_signals_int_is_usual(const MrIsolate *iso);
bool mr_signals_int_is(const MrIsolate *iso, MrValue handler);
/* The script's handler of a signal: a callable, an int 0 (default) or 1 (ignored), or MR_NONE: not set from here. */
MrValue mr_signal_handler(MrThread *t, int number) MR_MUST_CHECK;
/* Sets it. False: an exception is pending. */
bool mr_signal_set_handler(MrThread *t, int number, MrValue handler) MR_MUST_CHECK;
/* The descriptor to which the C handler writes the number of each signal that a script handles, set to `fd` (-1: none); the one before in *former. False: an exception
 * is pending. */
bool mr_signal_set_wakeup(MrThread *t, int fd, int *former) MR_MUST_CHECK;
/* For vm/fault.c. The C handler notes this signal though no script handles it; what it did before comes back in *before. */
bool mr_signal_listen(MrThread *t, int number, struct sigaction *before) MR_MUST_CHECK;
void mr_signal_unlisten(MrIsolate *iso, int number, const struct sigaction *before);
/* The place of the isolate's record of dumps, NULL with an exception pending; and what is there, or NULL. */
struct MrFault **mr_signals_fault(MrThread *t) MR_MUST_CHECK;
struct MrFault *mr_signals_fault_of(const MrIsolate *iso);
/* The isolates that handle signals, by a number below MR_SIGNALS_ISOLATES, or NULL. Safe inside of a signal handler. */
enum { MR_SIGNALS_ISOLATES = 64 };
MrIsolate *mr_signals_isolate(int i);
/* SIGINT's usual handler: raises KeyboardInterrupt. */
MrValue mr_signal_default_int(MrThread *t, MrValue *a) MR_MUST_CHECK;
/* Would SIGINT do nothing but raise KeyboardInterrupt in this thread? Then natives may look for it where no script can run. */
bool mr_signals_may_break(const MrThread *t);
/* Has it arrived? */
bool mr_signals_are_breaking(const MrIsolate *iso);
/* Raises the KeyboardInterrupt that is due in this thread, if there is one: true. */
bool mr_signals_break(MrThread *t) MR_MUST_CHECK;
/* Has a signal arrived whose handler has not run yet? What waits in C asks this after EINTR. */
bool mr_signals_waiting(const MrIsolate *iso);

#endif
