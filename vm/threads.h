/* The threads of an isolate: its lock, starting and ending of threads, waiting for one another. */
#ifndef MR_VM_THREADS_H
#define MR_VM_THREADS_H

#include <pthread.h>

#include "vm/thread.h"

/* The isolate's lock and the list of threads that may take it. All but `mutex` and what stands under it is changed by the thread that runs. */
typedef struct MrThreads {
    MrThread *list;        /* through `next`: all threads of the isolate, the newest first */
    MrThread *first;       /* the one that handles signals: that of the isolate's maker, or after a fork the one that forked */
    uint32_t count;        /* threads beside it */
    uint32_t serials;
    size_t stack_size;     /* of the next threads, 0: the usual */
    bool closing;          /* the program is ending: only `first` may still enter */
    bool ending;           /* threads beside it stop at their next poll */
    bool foreign;          /* OS threads unknown to the isolate take the lock as well, so it must really be released each time */
    /* under the mutex */
    pthread_mutex_t mutex;
    pthread_cond_t freed, taken;
    bool ready;            /* mutex and conditions are initialized */
    MrThread *holder;
    uint64_t turns;        /* how often the lock was taken */
    uint32_t waiting;
    uint32_t interval;     /* microseconds until a waiting thread asks for its turn */
} MrThreads;

/* Threads that wait for the same thing, in the order in which they came. Lives in the object that they wait for; zero is an empty one. */
typedef struct MrWaitQueue { MrThread *first, *last; } MrWaitQueue;

/* A module that a thread is loading. Lies on that thread's C stack, linked from iso->importing. */
typedef struct MrImporting {
    struct MrImporting *next;
    MrStr *name;           /* interned */
    MrThread *thread;
    MrWaitQueue queue;     /* threads that want the module too */
} MrImporting;

/* Prepares the isolate's lock and its first thread, which holds it. False: out of memory. */
bool mr_threads_init(MrIsolate *iso) MR_MUST_CHECK;
void mr_threads_fini(MrIsolate *iso);

/* Starts an OS thread that calls function(*args, **kwargs); kwargs may be MR_UNBOUND. Its number in *ident. RuntimeError if there can be no more. */
bool mr_thread_start(MrThread *t, MrValue function, MrValue args, MrValue kwargs, uint64_t *ident) MR_MUST_CHECK;

/* Waits in `queue`, away from the isolate, until mr_thread_wake takes this thread out of it: 1. After `seconds` (negative: no limit): 0.
 * -1: a signal handler raised. The queue's owner must be held in a local. [script] */
int mr_thread_wait(MrThread *t, MrWaitQueue *queue, double seconds);
/* Lets the thread that has waited longest go on; nothing if there is none. */
void mr_thread_wake(MrWaitQueue *queue);

/* Gives the others a turn, if somebody waits for it. */
void mr_thread_yield(MrThread *t);

/* In the child after fork(): the calling thread is the only one left. */
void mr_threads_after_fork(MrThread *t);
/* The program ends: from now on the other threads stay where they are. */
void mr_threads_close(MrThread *t);
/* Ends the threads that are left, daemons among them, at their next instruction: false if one is still in the system's hands after a second. */
bool mr_threads_stop(MrIsolate *iso);
/* Marks what a thread that is away holds in its registers and on its C stack. */
void mr_threads_mark_away(MrGc *gc, MrThread *t);

#endif
