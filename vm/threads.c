/* Threads: the isolate's lock, starting and ending, waiting for one another.
 *
 * One thread runs at a time: the holder of the isolate's lock. It lets go around system calls that may block (mr_thread_leave, mr_thread_enter), and when
 * another has waited for `interval` microseconds it is asked to, by MR_POLL_SWITCH, at its next back edge or call. While an isolate has one thread, both are
 * a test of a flag.
 *
 * The collector runs in the holder's thread. All the others are away then: each has left its callee-saved registers in its record and the address from
 * which its C stack is to be scanned, so what natives hold in locals is seen as usual.
 *
 * Signals are handled by the first thread alone, as in CPython. A thread that waits for a lock waits for its own semaphore, which a signal interrupts.
 */
#define _GNU_SOURCE
#include "vm/threads.h"

#include <errno.h>
#include <limits.h>
#include <semaphore.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>

#include "vm/error.h"
#include "vm/watch.h"
#include "vm/frame.h"
#include "vm/isolate.h"
#include "vm/signals.h"

#define STACK_VALUES ((size_t)32 << 20)      /* of the first thread: 256 MiB of address space */
#define MAX_FRAMES ((size_t)1 << 20)
#define THREAD_VALUES ((size_t)4 << 20)      /* of the others: 32 MiB */
#define THREAD_FRAMES ((size_t)1 << 17)
#define THREAD_C_STACK ((size_t)8 << 20)
#define INTERVAL 5000

struct MrPark { sem_t sem; };

/* ---- stacks ---- */

static void *reserve(size_t bytes)
{
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

static void release_stacks(MrThread *t)
{
    if (t->stack)
        munmap(t->stack, (size_t)(t->stack_end - t->stack) * sizeof *t->stack);
    if (t->frames)
        munmap(t->frames, (size_t)(t->frames_end - t->frames) * sizeof *t->frames);
    t->stack = NULL;
    t->frames = NULL;
}

static bool set_up(MrIsolate *iso, MrThread *t, size_t n_values, size_t n_frames, uint32_t recursion_limit)
{
    t->iso = iso;
    t->exc_base.handled = MR_NONE;
    t->exc = &t->exc_base;
    t->stack = t->top = reserve(n_values * sizeof *t->stack);
    t->stack_end = t->stack ? t->stack + n_values : NULL;
    t->frames = t->frame = reserve(n_frames * sizeof *t->frames);
    t->frames_end = t->frames ? t->frames + n_frames : NULL;
    if (!t->stack || !t->frames) {
        release_stacks(t);
        return false;
    }
    t->recursion_limit = recursion_limit;
    t->frames_limit = recursion_limit + 1 < n_frames ? t->frames + recursion_limit + 1 : t->frames_end;
    return true;
}

void mr_thread_set_c_stack(MrThread *t, void *base)
{
    struct rlimit limit;
    size_t size = (size_t)8 << 20;
    if (!getrlimit(RLIMIT_STACK, &limit) && limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < size)
        size = limit.rlim_cur;
    t->c_base = base;
    t->c_limit = (char *)base - size + ((size_t)512 << 10);
}

/* ---- the lock ---- */

static bool init_lock(MrThreads *s)
{
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
#ifndef __APPLE__
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
#endif
    s->ready = pthread_mutex_init(&s->mutex, NULL) == 0 && pthread_cond_init(&s->freed, &attr) == 0 && pthread_cond_init(&s->taken, NULL) == 0;
    pthread_condattr_destroy(&attr);
    return s->ready;
}

bool mr_threads_init(MrIsolate *iso)
{
    MrThreads *s = &iso->threads;
    MrThread *t = iso->current = s->list = s->first = s->holder = &iso->main;
    s->interval = INTERVAL;
    s->serials = 1;
    t->ident = (uint64_t)pthread_self();
    return init_lock(s) && set_up(iso, t, STACK_VALUES, MAX_FRAMES, 1000);
}

void mr_threads_fini(MrIsolate *iso)
{
    MrThreads *s = &iso->threads;
    release_stacks(&iso->main);
    free(iso->main.park);
    if (!s->ready)
        return;
    pthread_mutex_destroy(&s->mutex);
    pthread_cond_destroy(&s->freed);
    pthread_cond_destroy(&s->taken);
}

static struct timespec after(clockid_t clock, double seconds)
{
    struct timespec ts;
    clock_gettime(clock, &ts);
    double whole = seconds < 1e9 ? (double)(time_t)seconds : 1e9;
    ts.tv_sec += (time_t)whole;
    ts.tv_nsec += (long)((seconds < 1e9 ? seconds - whole : 0) * 1e9);
    if (ts.tv_nsec >= 1000000000) {
        ts.tv_sec++;
        ts.tv_nsec -= 1000000000;
    }
    return ts;
}

static int wait_interval(MrThreads *s)
{
#ifdef __APPLE__
    struct timespec ts = {s->interval / 1000000, (long)(s->interval % 1000000) * 1000};
    return pthread_cond_timedwait_relative_np(&s->freed, &s->mutex, &ts);
#else
    struct timespec ts = after(CLOCK_MONOTONIC, s->interval * 1e-6);
    return pthread_cond_timedwait(&s->freed, &s->mutex, &ts);
#endif
}

static void take(MrThread *t)
{
    MrIsolate *iso = t->iso;
    MrThreads *s = &iso->threads;
    pthread_mutex_lock(&s->mutex);
    s->waiting++;
    for (;;) {
        if (MR_UNLIKELY(s->closing && t != s->first)) {
            s->waiting--;
            while (s->closing) /* what runs at the program's end must not be disturbed: stay here */
                pthread_cond_wait(&s->freed, &s->mutex);
            s->waiting++;
            continue;
        }
        if (!s->holder)
            break;
        uint64_t turns = s->turns;
        if (wait_interval(s) == ETIMEDOUT && s->holder && s->turns == turns)
            mr_poll_set(iso, MR_POLL_SWITCH);
    }
    s->waiting--;
    s->holder = iso->current = t;
    s->turns++;
    pthread_cond_signal(&s->taken);
    pthread_mutex_unlock(&s->mutex);
    t->away = false;
    if (t == s->first && mr_signals_waiting(iso))
        mr_poll_set(iso, MR_POLL_SIGNAL);
}

static void let_go(MrIsolate *iso, bool hand_over)
{
    MrThreads *s = &iso->threads;
    pthread_mutex_lock(&s->mutex);
    s->holder = NULL;
    pthread_cond_signal(&s->freed);
    uint64_t turns = s->turns;
    while (hand_over && s->waiting && s->turns == turns)
        pthread_cond_wait(&s->taken, &s->mutex);
    pthread_mutex_unlock(&s->mutex);
}

static bool is_alone(const MrThread *t)
{
    const MrThreads *s = &t->iso->threads;
    return s->list == t && !t->next && !s->foreign;
}

/* Notes where the collector begins to look, and what the caller had in callee-saved registers: some are there still, those that the calling function
 * wanted itself it has pushed, near its frame pointer, and that part of the stack is somebody else's as soon as it returns. */
#if defined(__x86_64__)
#define SAVE_REGISTERS(t)                                                                                                            \
    __asm__ volatile("movq %%rbx, 0(%0)\n\tmovq %%rbp, 8(%0)\n\tmovq %%r12, 16(%0)\n\tmovq %%r13, 24(%0)\n\tmovq %%r14, 32(%0)\n\t" \
                     "movq %%r15, 40(%0)" : : "r"((t)->registers) : "memory")
#elif defined(__aarch64__)
#define SAVE_REGISTERS(t)                                                                                                                     \
    __asm__ volatile("stp x19, x20, [%0]\n\tstp x21, x22, [%0, #16]\n\tstp x23, x24, [%0, #32]\n\tstp x25, x26, [%0, #48]\n\tstp x27, x28, [%0, #64]" \
                     : : "r"((t)->registers) : "memory")
#else
#define SAVE_REGISTERS(t) __builtin_unwind_init()
#endif

__attribute__((always_inline, no_sanitize("address"))) static inline void note_stack(MrThread *t)
{
    SAVE_REGISTERS(t);
    uint64_t *fp = __builtin_frame_address(0);
    t->c_top = (char *)fp;
    for (int i = 0; i < 10; i++) {
        t->registers[10 + i] = fp[-1 - i];
        t->registers[20 + i] = fp[i];
    }
}

__attribute__((noinline, no_sanitize("address"))) void mr_thread_leave(MrThread *t)
{
    if (MR_LIKELY(is_alone(t)))
        return;
    int saved = errno;
    note_stack(t);
    t->away = true;
    let_go(t->iso, false);
    errno = saved;
}

void mr_thread_enter(MrThread *t)
{
    if (MR_LIKELY(!t->away))
        return;
    int saved = errno;
    take(t);
    errno = saved;
}

__attribute__((noinline, no_sanitize("address"))) void mr_thread_yield(MrThread *t)
{
    mr_poll_clear(t->iso, MR_POLL_SWITCH);
    if (is_alone(t))
        return;
    note_stack(t);
    t->away = true;
    let_go(t->iso, true);
    take(t);
}

/* The system may write to what is read here, an address to fill or a buffer to read into, while its thread is away: such words lead nowhere. */
__attribute__((no_sanitize("address"), no_sanitize("thread"))) void mr_threads_mark_away(MrGc *gc, MrThread *t)
{
    if (!t->c_top) /* it has not run yet */
        return;
    for (size_t i = 0; i < sizeof t->registers / sizeof *t->registers; i++)
        mr_mark_word(gc, t->registers[i]);
    for (uintptr_t p = (uintptr_t)t->c_top & ~(uintptr_t)7; p < (uintptr_t)t->c_base; p += 8)
        mr_mark_word(gc, *(uint64_t *)p);
}

/* ---- waiting ---- */

static void dequeue(MrThread *t)
{
    MrWaitQueue *q = t->queue;
    MrThread **link = &q->first, *before = NULL;
    while (*link != t) {
        before = *link;
        link = &before->queue_next;
    }
    *link = t->queue_next;
    if (q->last == t)
        q->last = before;
    t->queue = NULL;
    t->queue_next = NULL;
}

void mr_thread_wake(MrWaitQueue *queue)
{
    MrThread *t = queue->first;
    if (!t)
        return;
    dequeue(t);
    sem_post(&t->park->sem);
}

static bool make_park(MrThread *t)
{
    if (t->park)
        return true;
    struct MrPark *park = malloc(sizeof *park);
    if (!park || sem_init(&park->sem, 0, 0) < 0) {
        free(park);
        return mr_raise_no_memory(t), false;
    }
    t->park = park;
    return true;
}

int mr_thread_wait(MrThread *t, MrWaitQueue *queue, double seconds)
{
    if (!make_park(t))
        return -1;
    struct timespec until = {0};
    if (seconds >= 0)
        until = after(CLOCK_REALTIME, seconds);
    *(queue->last ? &queue->last->queue_next : &queue->first) = t;
    queue->last = t;
    t->queue = queue;
    for (;;) {
        bool sliced = false;
        struct timespec end = until;
        int64_t most = mr_limits_wait(t->iso, -1); /* a deadline, or a host that may interrupt */
        if (most < INT64_MAX) {
            end = after(CLOCK_REALTIME, (double)most / 1e9);
            sliced = seconds < 0 || end.tv_sec < until.tv_sec || (end.tv_sec == until.tv_sec && end.tv_nsec < until.tv_nsec);
            if (!sliced)
                end = until;
        }
        mr_thread_leave(t);
        int error = (seconds >= 0 || sliced ? sem_timedwait(&t->park->sem, &end) : sem_wait(&t->park->sem)) < 0 ? errno : 0;
        mr_thread_enter(t);
        if (error == ETIMEDOUT && sliced)
            error = EINTR;
        if (!t->queue) { /* taken out of the queue: if the wait ended for another reason, the token is there or on its way */
            while (error && sem_wait(&t->park->sem) < 0)
                ;
            return 1;
        }
        if (error == ETIMEDOUT) {
            dequeue(t);
            return 0;
        }
        if (!mr_poll_wait(t)) {
            if (t->queue)
                dequeue(t);
            else
                while (sem_wait(&t->park->sem) < 0)
                    ;
            return -1;
        }
    }
}

/* ---- starting and ending ---- */

static void unlink_thread(MrThread *t)
{
    MrThread **link = &t->iso->threads.list;
    while (*link != t)
        link = &(*link)->next;
    *link = t->next;
    t->iso->threads.count--;
}

static void free_thread(MrThread *t)
{
    release_stacks(t);
    if (t->park)
        sem_destroy(&t->park->sem);
    free(t->park);
    free(t);
}

/* An exception that left the thread's function. */
static void report(MrThread *t, MrValue function)
{
    if (!mr_pending(t) || t->iso->threads.ending)
        return;
    if (mr_pending_is(t, MR_EXC_SystemExit)) {
        mr_take_pending(t);
        return;
    }
    mr_report_unraisable_at(t, "in thread started by", function);
}

/* The lock that says that the thread lives is released. */
static void release_sentinel(MrThread *t)
{
    MrValue lock = t->sentinel == MR_UNBOUND ? MR_NONE : mr_call0(t, t->sentinel);
    if (lock != MR_ERROR && lock != MR_NONE)
        (void)!mr_call_method0(t, lock, mr_intern(t, "release", 7));
    mr_take_pending(t);
}

static __attribute__((noinline)) void run_job(MrThread *t)
{
    take(t);
    t->ident = (uint64_t)pthread_self(); /* not before: whoever started us writes it, too, holding the isolate */
    MrValue *job = MR_TUPLE(t->job)->items;
    (void)!mr_call_kw(t, job[0], job[1], job[2]);
    report(t, job[0]);
    mr_take_pending(t);
    t->locals = MR_UNBOUND;
    mr_watch_end(t);
    if (!t->iso->threads.ending)
        release_sentinel(t);
    t->job = t->sentinel = MR_UNBOUND;
}

static void *thread_main(void *data)
{
    MrThread *t = data;
    MrIsolate *iso = t->iso;
    size_t size = iso->threads.stack_size ? iso->threads.stack_size : THREAD_C_STACK;
    t->c_base = (char *)__builtin_frame_address(0) + 64;
    size_t spare = size / 8 < ((size_t)512 << 10) ? size / 8 : (size_t)512 << 10;
    t->c_limit = (char *)__builtin_frame_address(0) - size + spare;
    run_job(t);
    bool last = iso->threads.first == t; /* the child of a fork in this thread: the program ends with it */
    if (last) {
        mr_isolate_finish(t);
        _Exit(iso->flush_failed ? 120 : 0);
    }
    unlink_thread(t);
    let_go(iso, false);
    free_thread(t);
    return NULL;
}

bool mr_thread_start(MrThread *t, MrValue function, MrValue args, MrValue kwargs, uint64_t *ident)
{
    MrIsolate *iso = t->iso;
    MrThreads *s = &iso->threads;
    if (iso->ending) {
        mr_raise(t, MR_EXC_RuntimeError, "can't create new thread at interpreter shutdown");
        return false;
    }
    MrValue job[3] = {function, args, kwargs}, tuple = mr_tuple_from(t, job, 3);
    MrThread *fresh = tuple == MR_ERROR ? NULL : calloc(1, sizeof *fresh);
    if (!fresh) {
        if (tuple != MR_ERROR)
            mr_raise_no_memory(t);
        return false;
    }
    pthread_attr_t attr;
    pthread_t id;
    int error = EAGAIN;
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attr, s->stack_size ? s->stack_size : THREAD_C_STACK);
    if (set_up(iso, fresh, THREAD_VALUES, THREAD_FRAMES, t->recursion_limit)) {
        fresh->job = tuple;
        fresh->serial = s->serials++;
        fresh->away = true;
        fresh->next = s->list;
        s->list = fresh;
        s->count++;
        error = pthread_create(&id, &attr, thread_main, fresh);
        if (error)
            unlink_thread(fresh);
    }
    pthread_attr_destroy(&attr);
    if (error) {
        free_thread(fresh);
        mr_raise(t, MR_EXC_RuntimeError, "can't start new thread");
        return false;
    }
    fresh->ident = *ident = (uint64_t)id;
    return true;
}

void mr_threads_after_fork(MrThread *t)
{
    MrThreads *s = &t->iso->threads;
    for (MrThread *other = s->list; other; other = other->next) /* locks outlive those who waited for them */
        if (other->queue)
            dequeue(other);
    for (MrThread *other = s->list, *next; other; other = next) {
        next = other->next;
        if (other != t && other != &t->iso->main)
            free_thread(other);
    }
    init_lock(s);
    s->list = s->first = s->holder = t;
    s->count = s->waiting = 0;
    t->next = t->queue_next = NULL;
    t->queue = NULL;
    for (MrImporting **link = &t->iso->importing; *link;) {
        if ((*link)->thread == t)
            (*link)->queue = (MrWaitQueue){0};
        if ((*link)->thread == t)
            link = &(*link)->next;
        else
            *link = (*link)->next;
    }
    t->loop = t->task = MR_UNBOUND;
    t->dict = MR_UNBOUND; /* the loop that is set for the thread is the parent's, too */
    t->iso->current = t;
    mr_poll_clear(t->iso, MR_POLL_SWITCH);
}

void mr_threads_close(MrThread *t)
{
    MrThreads *s = &t->iso->threads;
    bool others = !is_alone(t);
    pthread_mutex_lock(&s->mutex);
    s->closing = others;
    pthread_mutex_unlock(&s->mutex);
}

bool mr_threads_stop(MrIsolate *iso)
{
    MrThreads *s = &iso->threads;
    MrThread *t = iso->current;
    if (s->count == 0)
        return true;
    iso->stopping = s->ending = true;
    mr_poll_set(iso, MR_POLL_LIMIT);
    pthread_mutex_lock(&s->mutex);
    s->closing = false;
    pthread_cond_broadcast(&s->freed);
    pthread_mutex_unlock(&s->mutex);
    for (int i = 0; i < 1000 && s->count; i++) {
        for (MrThread *other = s->list; other; other = other->next)
            if (other->park)
                sem_post(&other->park->sem);
        struct timespec ms = {0, 1000000};
        mr_thread_leave(t);
        nanosleep(&ms, NULL);
        mr_thread_enter(t);
    }
    return s->count == 0;
}
