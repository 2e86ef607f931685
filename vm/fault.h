/* Where the threads of an isolate are, written to a descriptor without allocating: when the process dies of a signal, when a signal asks for it, when a
 * time is over. What the module faulthandler is made of. */
#ifndef MR_VM_FAULT_H
#define MR_VM_FAULT_H

#include "vm/isolate.h"

/* The Python frames of `t`, innermost first, under a heading. Safe inside of a signal handler; exact while the thread is away or calls something. */
void mr_fault_dump(int fd, const MrThread *t, const char *heading);
/* The same of all threads; `current` is marked as such and may be NULL. */
void mr_fault_dump_all(int fd, const MrIsolate *iso, const MrThread *current);

/* Fatal signals dump from now on, then do what they did before. The descriptor must stay open. False: an exception is pending. */
bool mr_fault_enable(MrThread *t, int fd, bool all) MR_MUST_CHECK;
/* Was it enabled? */
bool mr_fault_disable(MrIsolate *iso);
bool mr_fault_is_enabled(const MrIsolate *iso);
bool mr_fault_is_fatal(int number);

/* This signal dumps at the next poll; with `chain` what it did before follows. */
bool mr_fault_register(MrThread *t, int number, int fd, bool all, bool chain) MR_MUST_CHECK;
bool mr_fault_unregister(MrIsolate *iso, int number);
/* A signal that the isolate listens to has arrived: dumps if it was registered. True: the script's handler, if any, is to run. */
bool mr_fault_arrived(MrThread *t, int number);

/* Dumps all threads after so many nanoseconds, again and again or once, in place of what was asked before. The heading is copied. */
bool mr_fault_later(MrThread *t, int64_t ns, bool repeat, int fd, bool exit, const char *heading) MR_MUST_CHECK;
void mr_fault_cancel(MrIsolate *iso);
/* MR_POLL_DUMP is set: a dump that is due happens here, where all frames are exact. */
void mr_fault_poll(MrThread *t);

void mr_fault_fini(MrIsolate *iso);

#endif
