/* How other threads reach an isolate that waits in its event loop: the handle to wake it by, and whether something was posted for its turn.
 *
 * The lock is held while a handle is woken, so that none is closed under it. */
#ifndef MR_VM_WAKER_H
#define MR_VM_WAKER_H

#include <pthread.h>
#include <stdbool.h>

typedef struct MrWaker {
    pthread_mutex_t lock;
    void (*send)(void *handle);
    void *handle;    /* of the loop that waits or may be waited for from outside; NULL: none */
    bool posted;     /* atomic */
} MrWaker;

static inline void mr_waker_init(MrWaker *w) { pthread_mutex_init(&w->lock, NULL); }
static inline void mr_waker_fini(MrWaker *w) { pthread_mutex_destroy(&w->lock); }

/* Ends a wait. */
static inline void mr_waker_wake(MrWaker *w)
{
    pthread_mutex_lock(&w->lock);
    if (w->handle)
        w->send(w->handle);
    pthread_mutex_unlock(&w->lock);
}

/* From now on `handle` is woken; gives back the former one. */
static inline void *mr_waker_set(MrWaker *w, void *handle)
{
    pthread_mutex_lock(&w->lock);
    void *before = w->handle;
    w->handle = handle;
    pthread_mutex_unlock(&w->lock);
    return before;
}

/* `handle` is about to be closed. */
static inline void mr_waker_forget(MrWaker *w, const void *handle)
{
    pthread_mutex_lock(&w->lock);
    if (w->handle == handle)
        w->handle = NULL;
    pthread_mutex_unlock(&w->lock);
}

static inline void mr_waker_post(MrWaker *w)
{
    __atomic_store_n(&w->posted, true, __ATOMIC_SEQ_CST);
    mr_waker_wake(w);
}

static inline bool mr_waker_is_posted(const MrWaker *w) { return __atomic_load_n(&w->posted, __ATOMIC_SEQ_CST); }
static inline bool mr_waker_take(MrWaker *w) { return __atomic_exchange_n(&w->posted, false, __ATOMIC_SEQ_CST); }

#endif
