/* The terminal: its modes, its size, what it can do, and writing to it.
 *
 * Invariant: whenever the program leaves, by whatever way it can notice, the modes are those that it found. While a line is edited the terminal
 * hands over single keys; while script runs it is as the user left it, so that input(), pagers and Ctrl-C behave as anywhere.
 */
#ifndef MR_CLI_TERMINAL_H
#define MR_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "cli/aside.h"

typedef struct MrTerminal {
    int in, out;
    int rows, cols;        /* at least 1 */
    bool colors;
    bool raw;              /* keys come singly */
    bool dead;             /* hung up, or its output is closed */
    struct termios before; /* as found */
    unsigned long device;
    MrAside *aside;        /* active while keys come singly; NULL: none */
} MrTerminal;

/* Can lines be edited on stdin and stdout? Terminals both, and not a dumb one. */
bool mr_terminal_init(MrTerminal *t);
/* Is the descriptor open on this terminal? */
bool mr_terminal_is_at(const MrTerminal *t, int fd);
/* Single keys from here on; Ctrl-C stays a signal. False: the terminal is gone. */
bool mr_terminal_enter(MrTerminal *t);
/* Back to what it was. Harmless when it is that already. */
void mr_terminal_leave(MrTerminal *t);
/* The end: closes its descriptor. */
void mr_terminal_fini(MrTerminal *t);
/* Stops the program as Ctrl-Z does and returns when it goes on. */
void mr_terminal_suspend(MrTerminal *t);
/* Asks for the size. Did it change? */
bool mr_terminal_measure(MrTerminal *t);
/* Has a signal told of a new size, or that the program goes on after a stop? The question forgets it. */
bool mr_terminal_was_resized(void);
bool mr_terminal_was_stopped(void);
/* Writes all of it; a terminal that cannot be written to is dead. */
void mr_terminal_write(MrTerminal *t, const char *bytes, size_t n);
void mr_terminal_puts(MrTerminal *t, const char *text);

#endif
