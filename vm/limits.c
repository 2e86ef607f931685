/* Limits of an isolate: what is counted, and the stop.
 *
 * The bit MR_POLL_LIMIT stays set while steps are limited or the script is being stopped, so that every back edge and call comes here; an
 * isolate without limits never does. A step is a back edge or call of script code; a native's poll counts MR_NATIVE_POLL_STEPS. The deadline is
 * watched by a thread of its own, which sets the bit when it is over: until then it costs nothing. A SIGINT that would raise KeyboardInterrupt
 * sets the bit as well (signals.c): what can be stopped inside of natives can be interrupted there, too.
 */
#include "vm/limits.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/hash.h"
#include "vm/error.h"
#include "vm/isolate.h"
#include "vm/signals.h"

#define INTERRUPT_SLICE 5000000 /* ns */
#define COST_LOOKED_AT 2e6
#define NS_PER_BYTE 0.5 /* that are filled */

static int64_t now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * 1000000000 + ts.tv_nsec;
}

static bool asked_to_stop(MrIsolate *iso)
{
    return __atomic_load_n(&iso->limits.due, __ATOMIC_SEQ_CST) || __atomic_load_n(&iso->limits.interrupted, __ATOMIC_SEQ_CST);
}

/* From any thread, after the reason has been noted: the next poll and the next allocation look at it. */
static void ask_to_stop(MrIsolate *iso, unsigned bits)
{
    mr_poll_set(iso, bits);
    mr_gc_hurry(iso, true);
}

static void update_poll(MrIsolate *iso)
{
    if (iso->limits.steps || iso->stopping)
        mr_poll_set(iso, MR_POLL_LIMIT);
    else
        mr_poll_clear(iso, MR_POLL_LIMIT);
    mr_gc_hurry(iso, false);
    if (asked_to_stop(iso)) /* perhaps just now */
        ask_to_stop(iso, MR_POLL_LIMIT);
    else if (mr_signals_are_breaking(iso))
        mr_poll_set(iso, MR_POLL_LIMIT);
}

/* ---- the watchdog ---- */

struct MrWatchdog {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int64_t deadline; /* 0: sleep on */
    bool quit;
    MrIsolate *iso;
};

static void bark(struct MrWatchdog *w)
{
    MrIsolate *iso = w->iso;
    w->deadline = 0;
    __atomic_store_n(&iso->limits.due, true, __ATOMIC_SEQ_CST);
    ask_to_stop(iso, MR_POLL_LIMIT);
}

static void *watch(void *data)
{
    struct MrWatchdog *w = data;
    pthread_mutex_lock(&w->lock);
    while (!w->quit) {
        if (!w->deadline) {
            pthread_cond_wait(&w->changed, &w->lock);
        } else if (now() >= w->deadline) {
            bark(w);
        } else {
            struct timespec until = {w->deadline / 1000000000, w->deadline % 1000000000};
            pthread_cond_timedwait(&w->changed, &w->lock, &until);
        }
    }
    pthread_mutex_unlock(&w->lock);
    return NULL;
}

static struct MrWatchdog *new_watchdog(MrIsolate *iso)
{
    struct MrWatchdog *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->iso = iso;
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->changed, &clock);
    pthread_condattr_destroy(&clock);
    sigset_t all, before; /* signals are for the program's threads */
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    bool ok = pthread_create(&w->thread, NULL, watch, w) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (ok)
        return w;
    pthread_mutex_destroy(&w->lock);
    pthread_cond_destroy(&w->changed);
    free(w);
    return NULL;
}

/* Without a thread (there may be no more) the deadline is due at once: rather too early than never. One that is over is due at once, too, and not when the thread
 * gets round to it: what comes after a stop must not depend on that. */
static void set_deadline(MrIsolate *iso, int64_t deadline)
{
    MrLimits *l = &iso->limits;
    if (deadline && !l->watchdog)
        l->watchdog = new_watchdog(iso);
    struct MrWatchdog *w = l->watchdog;
    if (w)
        pthread_mutex_lock(&w->lock);
    l->deadline = deadline;
    __atomic_store_n(&l->due, deadline && (!w || now() >= deadline), __ATOMIC_SEQ_CST);
    if (w) {
        w->deadline = deadline;
        pthread_cond_signal(&w->changed);
        pthread_mutex_unlock(&w->lock);
    }
}

void mr_limits_fini(MrIsolate *iso)
{
    struct MrWatchdog *w = iso->limits.watchdog;
    if (!w)
        return;
    pthread_mutex_lock(&w->lock);
    w->quit = true;
    pthread_cond_signal(&w->changed);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
    pthread_mutex_destroy(&w->lock);
    pthread_cond_destroy(&w->changed);
    free(w);
    iso->limits.watchdog = NULL;
}

/* ---- setting ---- */

void mr_limits_set(MrIsolate *iso, const MrLimits *limits)
{
    MrLimits *l = &iso->limits;
    bool had_depth = l->depth;
    l->heap = limits->heap;
    l->steps = limits->steps;
    l->output = limits->output;
    l->time_ms = limits->time_ms < 1000000000000 ? limits->time_ms : 1000000000000;
    l->depth = limits->depth;
    l->reached = MR_LIMIT_NONE;
    l->steps_used = l->output_used = 0;
    set_deadline(iso, l->time_ms ? now() + (int64_t)l->time_ms * 1000000 : 0);
    iso->stopping = false;
    mr_gc_set_limit(iso, l->heap);
    if (l->depth || had_depth)
        mr_thread_set_recursion_limit(iso->current, l->depth ? l->depth : 1000);
    update_poll(iso);
}

MrLimits mr_limits_copy(const MrIsolate *iso)
{
    const MrLimits *l = &iso->limits;
    return (MrLimits){.heap = l->heap, .steps = l->steps, .output = l->output, .time_ms = l->time_ms, .depth = l->depth, .steps_used = l->steps_used,
                      .output_used = l->output_used, .deadline = l->deadline};
}

void mr_limits_restore(MrIsolate *iso, const MrLimits *before)
{
    MrLimits *l = &iso->limits;
    mr_limits_set(iso, before);
    l->steps_used = before->steps_used;
    l->output_used = before->output_used;
    if (before->deadline)
        set_deadline(iso, before->deadline);
    update_poll(iso);
}

void mr_limits_resume(MrIsolate *iso)
{
    iso->stopping = false;
    if (iso->limits.reached == MR_LIMIT_INTERRUPT) {
        mr_poll_clear(iso, MR_POLL_INTERRUPT);
        __atomic_store_n(&iso->limits.interrupted, false, __ATOMIC_SEQ_CST);
    }
    iso->limits.reached = MR_LIMIT_NONE;
    update_poll(iso);
}

void mr_limits_interrupt(MrIsolate *iso)
{
    __atomic_store_n(&iso->limits.interrupted, true, __ATOMIC_SEQ_CST);
    ask_to_stop(iso, MR_POLL_LIMIT | MR_POLL_INTERRUPT);
}

/* ---- the stop ---- */

static void raise_reason(MrThread *t, MrLimit reason)
{
    const MrLimits *l = &t->iso->limits;
    switch (reason) {
    case MR_LIMIT_HEAP: mr_raise(t, MR_EXC_MemoryError, "the limit of %llu bytes of memory is reached", (unsigned long long)l->heap); break;
    case MR_LIMIT_STEPS: mr_raise(t, MR_EXC_RuntimeError, "the limit of %llu steps is reached", (unsigned long long)l->steps); break;
    case MR_LIMIT_TIME: mr_raise(t, MR_EXC_TimeoutError, "the limit of %llu ms is reached", (unsigned long long)l->time_ms); break;
    case MR_LIMIT_DEPTH: mr_raise(t, MR_EXC_RecursionError, "the limit of %u nested calls is reached", l->depth); break;
    case MR_LIMIT_OUTPUT: mr_raise(t, MR_EXC_RuntimeError, "the limit of %llu bytes of output is reached", (unsigned long long)l->output); break;
    case MR_LIMIT_INTERRUPT: mr_raise_type_value(t, MR_EXC_KeyboardInterrupt, MR_UNBOUND); break;
    case MR_LIMIT_NONE: break;
    }
}

bool mr_limits_stop(MrThread *t, MrLimit reason)
{
    MrIsolate *iso = t->iso;
    bool disabled = iso->heap.disabled;
    iso->heap.disabled = true; /* the exception itself may go past the limit */
    iso->stopping = false;
    t->pending = MR_UNBOUND;
    raise_reason(t, reason);
    if (t->pending == MR_UNBOUND)
        mr_raise_no_memory(t);
    iso->heap.disabled = disabled;
    iso->limits.reached = reason;
    iso->stopping = true;
    update_poll(iso);
    return false;
}

bool mr_limits_check(MrThread *t, uint64_t steps)
{
    MrLimits *l = &t->iso->limits;
    if (t->iso->stopping) /* somebody swallowed it, or another thread comes here */
        return mr_limits_stop(t, l->reached);
    if (__atomic_load_n(&l->interrupted, __ATOMIC_SEQ_CST))
        return mr_limits_stop(t, MR_LIMIT_INTERRUPT);
    l->steps_used += steps;
    if (l->steps && l->steps_used > l->steps)
        return mr_limits_stop(t, MR_LIMIT_STEPS);
    if (!l->steps && !asked_to_stop(t->iso)) { /* a SIGINT, which may have been taken already */
        bool broken = mr_signals_break(t);
        update_poll(t->iso);
        return !broken;
    }
    return !__atomic_load_n(&l->due, __ATOMIC_SEQ_CST) || mr_limits_stop(t, MR_LIMIT_TIME);
}

bool mr_limits_is_asked(MrIsolate *iso) { return asked_to_stop(iso); }

bool mr_limits_is_over(MrIsolate *iso)
{
    return iso->stopping || asked_to_stop(iso);
}

bool mr_limits_is_ending(const MrThread *t)
{
    return mr_limits_is_over(t->iso) || (mr_signals_may_break(t) && mr_signals_are_breaking(t->iso));
}

bool mr_limits_output(MrThread *t, uint64_t bytes)
{
    MrLimits *l = &t->iso->limits;
    if (!l->output || t->iso->finalizing)
        return true;
    if (bytes > l->output - l->output_used || t->iso->stopping)
        return mr_limits_stop(t, t->iso->stopping ? l->reached : MR_LIMIT_OUTPUT);
    l->output_used += bytes;
    return true;
}

bool mr_limits_room(MrThread *t, uint64_t bytes)
{
    const MrHeap *h = &t->iso->heap;
    uint64_t used = h->bytes;
    if (!mr_limits_cost(t, (double)bytes * NS_PER_BYTE))
        return false;
    if (!h->limit || h->disabled || (used < h->limit && bytes <= h->limit - used))
        return true;
    mr_heap_collect(t);
    used = h->bytes;
    if (used < h->limit && bytes <= h->limit - used)
        return true;
    mr_limits_no_memory(t);
    return false;
}

void mr_limits_no_memory(MrThread *t)
{
    const MrLimits *l = &t->iso->limits;
    if (mr_limits_is_over(t->iso)) /* then a collection may have been given up */
        (void)mr_limits_check(t, 0);
    else if (l->heap && t->iso->heap.limit == l->heap && !t->iso->heap.disabled)
        mr_limits_stop(t, MR_LIMIT_HEAP);
    else
        mr_raise_no_memory(t);
}

bool mr_limits_cost(MrThread *t, double ns)
{
    const MrLimits *l = &t->iso->limits;
    if (MR_LIKELY(!l->deadline) || ns < COST_LOOKED_AT || (double)(l->deadline - now()) > ns)
        return true;
    return mr_limits_stop(t, MR_LIMIT_TIME);
}

int64_t mr_limits_wait(MrIsolate *iso, int64_t wanted)
{
    const MrLimits *l = &iso->limits;
    int64_t most = l->interruptible ? INTERRUPT_SLICE : INT64_MAX;
    if (l->deadline) {
        int64_t left = l->deadline - now();
        if (left < 1000000)
            left = 1000000; /* the watchdog may be late */
        most = left < most ? left : most;
    }
    return wanted < 0 || most < wanted ? most : wanted;
}

/* ---- large pieces of memory ---- */

bool mr_work_copy(MrThread *t, void *to, const void *from, size_t n)
{
    for (size_t at = 0, end; at < n; at = end) {
        end = mr_work_piece(at, n);
        if (at && !mr_limits_tick(t))
            return false;
        memcpy((char *)to + at, (const char *)from + at, end - at);
    }
    return true;
}

bool mr_work_move(MrThread *t, void *to, const void *from, size_t n)
{
    if (to <= from || (const char *)from + n <= (char *)to)
        for (size_t at = 0, end; at < n; at = end) {
            end = mr_work_piece(at, n);
            if (at && !mr_limits_tick(t))
                return false;
            memmove((char *)to + at, (const char *)from + at, end - at);
        }
    else
        for (size_t left = n, piece; left; left -= piece) {
            piece = left < MR_WORK_PIECE ? left : MR_WORK_PIECE;
            if (left < n && !mr_limits_tick(t))
                return false;
            memmove((char *)to + left - piece, (const char *)from + left - piece, piece);
        }
    return true;
}

bool mr_work_fill(MrThread *t, void *to, char byte, size_t n)
{
    for (size_t at = 0, end; at < n; at = end) {
        end = mr_work_piece(at, n);
        if (at && !mr_limits_tick(t))
            return false;
        memset((char *)to + at, byte, end - at);
    }
    return true;
}

int mr_work_compare_long(MrThread *t, const void *a, const void *b, size_t n)
{
    int c = 0;
    for (size_t at = 0, end; at < n && !c; at = end) {
        end = mr_work_piece(at, n);
        if (at && MR_UNLIKELY(mr_poll_bits(t->iso) & MR_POLL_LIMIT) && mr_limits_is_over(t->iso))
            return 1;
        c = memcmp((const char *)a + at, (const char *)b + at, end - at);
    }
    return c;
}

bool mr_work_hash(MrThread *t, const void *bytes, size_t n, uint64_t *hash)
{
    MrHashState state = mr_hash_begin((MrHashSeed){t->iso->hash_seed[0], t->iso->hash_seed[1]});
    size_t at = 0;
    for (; n - at > MR_WORK_PIECE; at += MR_WORK_PIECE) {
        if (MR_UNLIKELY(mr_poll_bits(t->iso) & MR_POLL_LIMIT) && mr_limits_is_over(t->iso))
            return false;
        mr_hash_words(&state, (const char *)bytes + at, MR_WORK_PIECE);
    }
    *hash = mr_hash_end(&state, (const char *)bytes + at, n - at, n);
    return true;
}

void mr_work_fill_buf(MrThread *t, MrBuf *buf, char byte, size_t n)
{
    if (!mr_buf_reserve(buf, n))
        return;
    if (!mr_work_fill(t, buf->data + buf->length, byte, n)) {
        buf->failed = true;
        return;
    }
    buf->length += n;
    buf->data[buf->length] = 0;
}

void mr_work_write_buf(MrThread *t, MrBuf *buf, const char *bytes, size_t n)
{
    if (MR_LIKELY(n <= MR_WORK_PIECE)) {
        mr_buf_write(buf, bytes, n);
    } else if (mr_buf_reserve(buf, n)) {
        if (!mr_work_copy(t, buf->data + buf->length, bytes, n)) {
            buf->failed = true;
            return;
        }
        buf->length += n;
        buf->data[buf->length] = 0;
    }
}
