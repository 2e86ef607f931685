/* Output that comes past the interpreter while a line is edited: of programs that background tasks start, of C libraries.
 *
 * Invariant: between mr_aside_begin and mr_aside_end those of the descriptors 1 and 2 that are the terminal lead to a pseudo-terminal instead, and
 * what is written there is printed above the line by a thread. Programs that were started in between keep it for good.
 */
#ifndef MR_CLI_ASIDE_H
#define MR_CLI_ASIDE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

typedef void MrAsidePrint(void *data, const char *bytes, size_t n);

typedef struct MrAside {
    int master, slave;     /* of the pseudo-terminal; -1: there is none, and nothing is led aside */
    int stop[2];           /* a pipe whose end tells the thread to end */
    int terminal;          /* what 1 and 2 are to lead to again */
    bool led[2];           /* descriptors 1 and 2 lead to the pseudo-terminal */
    unsigned long device;
    pthread_t reader;
    pthread_mutex_t lock;  /* of reading and printing */
    MrAsidePrint *print;   /* called with the lock held */
    void *data;
} MrAside;

/* Without pseudo-terminals on this machine, nothing will be led aside. */
void mr_aside_init(MrAside *a, int terminal, MrAsidePrint *print, void *data);
/* Prints what has been written so far: what a program wrote before it ended stands above what is printed after it was waited for. */
void mr_aside_flush(MrAside *a);
/* The same, and ends the thread. */
void mr_aside_fini(MrAside *a);
void mr_aside_begin(MrAside *a, unsigned long device);
void mr_aside_end(MrAside *a);
/* The pseudo-terminal has the size of the terminal. */
void mr_aside_resize(MrAside *a, int rows, int cols);

#endif
