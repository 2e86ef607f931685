/* Work in a thread of its own. Whoever comes last, the worker or the one who waits, frees what they share.
 *
 * The waiting thread looks every few milliseconds whether it has to stop. It learns that from flags that other threads and signal handlers set (limits.c), so that it need not
 * be woken for it, and no step is counted: how long a wait takes must not show.
 */
#include "vm/aside.h"

#include <signal.h>
#include <stdlib.h>
#include <time.h>

#define LOOK_EVERY 2000000 /* ns */
#define STACK ((size_t)8 << 20) /* as the first thread usually has */

typedef struct Aside {
    pthread_mutex_t lock;
    pthread_cond_t ended;
    void (*work)(void *job);
    void (*end)(void *job);
    void *job;
    bool done, given_up;
} Aside;

static void free_aside(Aside *a)
{
    pthread_mutex_destroy(&a->lock);
    pthread_cond_destroy(&a->ended);
    free(a);
}

static void *run(void *data)
{
    Aside *a = data;
    a->work(a->job);
    pthread_mutex_lock(&a->lock);
    a->done = true;
    bool given_up = a->given_up;
    pthread_cond_signal(&a->ended);
    pthread_mutex_unlock(&a->lock);
    if (given_up) {
        a->end(a->job);
        free_aside(a);
    }
    return NULL;
}

static bool start(Aside *a)
{
    pthread_attr_t attr;
    pthread_t thread;
    sigset_t all, before;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    bool ok = pthread_create(&thread, &attr, run, a) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attr);
    return ok;
}

/* Waits for a while. Is the work done? */
static bool wait_a_little(Aside *a)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += LOOK_EVERY;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_mutex_lock(&a->lock);
    if (!a->done)
        pthread_cond_timedwait(&a->ended, &a->lock, &until);
    bool done = a->done;
    pthread_mutex_unlock(&a->lock);
    return done;
}

bool mr_aside(MrThread *t, void (*work)(void *job), void (*end)(void *job), void *job)
{
    Aside *a = calloc(1, sizeof *a);
    if (!a) {
        end(job);
        mr_raise_no_memory(t);
        return false;
    }
    pthread_condattr_t monotonic;
    *a = (Aside){.work = work, .end = end, .job = job};
    pthread_mutex_init(&a->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&a->ended, &monotonic);
    pthread_condattr_destroy(&monotonic);
    if (!start(a)) { /* there are no more threads: here, then */
        free_aside(a);
        work(job);
        return true;
    }
    bool done = false;
    while (!done && !mr_limits_is_ending(t)) {
        mr_thread_leave(t);
        done = wait_a_little(a);
        mr_thread_enter(t);
    }
    pthread_mutex_lock(&a->lock);
    done = a->done;
    a->given_up = !done;
    pthread_mutex_unlock(&a->lock);
    if (!done)
        return mr_limits_check(t, 0);
    free_aside(a);
    return true;
}
