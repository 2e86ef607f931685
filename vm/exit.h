/* The end of a program: what an uncaught exception means, exit functions, writing out the standard streams. */
#ifndef MR_VM_EXIT_H
#define MR_VM_EXIT_H

#include "vm/isolate.h"

enum { MR_STATUS_INTERRUPT = -1 };

/* Takes the pending exception and does with it what the interpreter does at its end. Returns the exit status (0-255), or
 * MR_STATUS_INTERRUPT for a KeyboardInterrupt. [script] */
int mr_report_uncaught(MrThread *t);
/* At the end of the program: what sys keeps of it, with its frames' locals, may die. */
void mr_forget_uncaught(MrThread *t);
/* The exit status that a SystemExit asks for. *message is what must be printed for it, or MR_UNBOUND; it may be NULL. [script] */
int mr_exit_status(MrThread *t, MrValue exc, MrValue *message);
/* Writes out sys.stdout and sys.stderr. A failure is reported and noted in iso->flush_failed. [script] */
void mr_flush_streams(MrThread *t);

#endif
