/* The loop's engine: the ring of ready callbacks, the heap of timers, and one turn.
 *
 * Rules that make the order of everything equal to asyncio's:
 *  - A turn is: wait if nothing is ready; what I/O made ready goes to the ring's end; then the timers that are due, by the heap's order; then
 *    exactly as many callbacks as are in the ring at that point. What they add runs in the next turn.
 *  - The heap is heapq's, step by step, comparing `when` alone, because ties come out in the order that its swaps happen to leave.
 *  - Cancelled timers leave the heap when they come to its top, or all together once they are more than half of over a hundred.
 *  - A task's step or wake-up is a ring entry of its own, without a handle. It stands where the handle would.
 * While something is ready and nothing is watched, a turn makes no system call.
 */
#include "vm/async/loop.h"
#include "vm/async/sleep.h"

#include <math.h>
#include <uv.h>

#include "vm/async/transport.h"
#include "vm/attr.h"
#include "vm/error.h"
#include "vm/isolate.h"

#define MANY_TIMERS 100
#define RESOLUTION 1e-9

double mr_loop_time(void)
{
    uint64_t ns = uv_hrtime();
    return ns % 1000000000u == 0 ? (double)(ns / 1000000000u) : (double)ns / 1e9;
}

/* ---- the ring ---- */

enum { SMALL_RING = 64, LARGE_RING = 8192 };

static bool resize_ring(MrThread *t, MrEventLoop *el, uint32_t cap)
{
    MrReady *ring = mr_buffer_new(t, cap * sizeof *ring);
    if (!ring)
        return false;
    for (uint32_t i = 0; i < el->count; i++)
        ring[i] = el->ready[(el->head + i) & el->mask];
    mr_buffer_free(t, el->ready); /* nobody else has its address */
    el->ready = ring;
    el->head = 0;
    el->mask = cap - 1;
    return true;
}

/* What is lost for want of memory when it should be called would leave somebody waiting for ever. So it is tried again past the limits: true, the MemoryError is
 * put by and the limits are lifted until end_spare(). */
static bool begin_spare(MrThread *t, MrValue *pending)
{
    if (t->iso->stopping || t->iso->heap.disabled || !(t->pending == MR_NONE || mr_pending_is(t, MR_EXC_MemoryError)))
        return false;
    *pending = mr_take_pending(t);
    return t->iso->heap.disabled = true;
}

static bool end_spare(MrThread *t, MrValue pending, bool ok)
{
    t->iso->heap.disabled = false;
    if (!ok) {
        mr_take_pending(t);
        t->pending = pending;
    }
    return ok;
}

static bool grow_ring(MrThread *t, MrEventLoop *el)
{
    MrValue pending;
    if (el->ready && el->mask >= UINT32_MAX / 2)
        return mr_raise_no_memory(t), false;
    uint32_t size = el->ready ? (el->mask + 1) * 2 : SMALL_RING;
    return resize_ring(t, el, size) || (begin_spare(t, &pending) && end_spare(t, pending, resize_ring(t, el, size)));
}

/* After a burst, such as the first steps of very many tasks, the memory is given back. */
static void shrink_ring(MrThread *t, MrEventLoop *el)
{
    uint32_t cap = SMALL_RING;
    while (cap < el->count * 2)
        cap *= 2;
    if (!resize_ring(t, el, cap))
        mr_take_pending(t);
}

bool mr_ready_push_slow(MrThread *t, MrEventLoop *el, MrValue what, MrValue arg)
{
    if (MR_UNLIKELY(!el->ready || el->count > el->mask) && !grow_ring(t, el))
        return false;
    if (MR_UNLIKELY(el->host_loop != NULL) && !el->running && !mr_uv_arm(t, el, 0))
        return false;
    el->ready[(el->head + el->count++) & el->mask] = (MrReady){what, arg};
    return true;
}

static MrReady take(MrEventLoop *el)
{
    MrReady *slot = &el->ready[el->head], r = *slot;
    slot->what = slot->arg = MR_UNBOUND;
    el->head = (el->head + 1) & el->mask;
    el->count--;
    return r;
}

/* ---- the heap, as heapq ---- */

static void sift_down(MrTimer *heap, uint32_t start, uint32_t at)
{
    MrTimer item = heap[at];
    while (at > start) {
        uint32_t parent = (at - 1) >> 1;
        if (!(item.when < heap[parent].when))
            break;
        heap[at] = heap[parent];
        at = parent;
    }
    heap[at] = item;
}

static void sift_up(MrTimer *heap, uint32_t n, uint32_t at)
{
    uint32_t start = at, child = 2 * at + 1;
    MrTimer item = heap[at];
    while (child < n) {
        if (child + 1 < n && !(heap[child].when < heap[child + 1].when))
            child++;
        heap[at] = heap[child];
        at = child;
        child = 2 * at + 1;
    }
    heap[at] = item;
    sift_down(heap, start, at);
}

static bool is_dead(const MrObj *o)
{
    if (o->kind == MR_KIND_FUTURE)
        return (o->aux & MR_FUT_STATE) != MR_FUT_PENDING || o->aux & MR_FUT_DROPPED;
    return o->aux & MR_HANDLE_CANCELLED;
}

static void set_scheduled(MrObj *o, bool scheduled)
{
    uint16_t bit = o->kind == MR_KIND_FUTURE ? MR_FUT_TIMED : MR_HANDLE_SCHEDULED;
    o->aux = (uint16_t)(scheduled ? o->aux | bit : o->aux & ~bit);
}

bool mr_timer_push(MrThread *t, MrEventLoop *el, double when, MrObj *what)
{
    if (el->n_timers == el->cap_timers) {
        uint32_t cap = el->cap_timers ? el->cap_timers * 2 : 16;
        MrTimer *heap = mr_buffer_resize(t, el->timers, cap * sizeof *heap);
        if (!heap)
            return false;
        el->timers = heap;
        el->cap_timers = cap;
    }
    el->timers[el->n_timers++] = (MrTimer){when == when ? when : 0, what}; /* a NaN is due at once */
    set_scheduled(what, true);
    sift_down(el->timers, 0, el->n_timers - 1);
    return true;
}

static MrObj *timer_pop(MrEventLoop *el)
{
    MrTimer *heap = el->timers, last = heap[--el->n_timers];
    MrObj *what = last.what;
    heap[el->n_timers].what = NULL;
    if (el->n_timers) {
        what = heap[0].what;
        heap[0] = last;
        sift_up(heap, el->n_timers, 0);
    }
    set_scheduled(what, false);
    return what;
}

static void drop_cancelled(MrEventLoop *el)
{
    MrTimer *heap = el->timers;
    if (el->n_timers > MANY_TIMERS && el->n_cancelled * 2 > el->n_timers) {
        uint32_t n = 0;
        for (uint32_t i = 0; i < el->n_timers; i++) {
            if (is_dead(heap[i].what))
                set_scheduled(heap[i].what, false);
            else
                heap[n++] = heap[i];
        }
        memset(heap + n, 0, (el->n_timers - n) * sizeof *heap);
        el->n_timers = n;
        el->n_cancelled = 0;
        for (uint32_t i = n / 2; i-- > 0;)
            sift_up(heap, n, i);
        return;
    }
    while (el->n_timers && is_dead(heap[0].what)) {
        el->n_cancelled--;
        timer_pop(el);
    }
}

/* ---- a turn ---- */

double mr_loop_delay(const MrEventLoop *el)
{
    if (el->count || el->stopping)
        return 0;
    if (!el->n_timers)
        return INFINITY;
    double seconds = el->timers[0].when - mr_loop_time();
    return seconds > 0 ? seconds : 0;
}

static bool wait_for_events(MrThread *t, MrEventLoop *el, double at_most)
{
    double seconds = mr_loop_delay(el);
    if (seconds > at_most)
        seconds = at_most;
    if (seconds > 0 && t->iso->limits.deadline)
        seconds = fmin(seconds, (double)mr_limits_wait(t->iso, -1) / 1e9);
    if (el->host_loop) /* who runs it has waited */
        return true;
    return seconds <= 0 && !mr_uv_watches(el) ? true : mr_uv_poll(t, el, seconds);
}

/* Overwrites what the calls before have left on the C stack. Frames that stay there for long, such as those of a task's step, have unused words, and the
 * collector would take an old value in one of these for a reference. */
__attribute__((noinline)) static void wipe_stack(void)
{
    char rest[1024];
    memset(rest, 0, sizeof rest);
    __asm__ volatile("" : : "r"(rest) : "memory");
}

static bool run_one(MrThread *t, MrReady r)
{
    if (MR_LIKELY(mr_is_kind(r.what, MR_KIND_TASK))) {
        bool ok = mr_task_run(t, mr_task_of(r.what), r.arg);
        if (MR_UNLIKELY(mr_obj_of(r.what)->aux & MR_FUT_LOG)) /* it has failed: who collects garbage next is to hear of it, if nobody else has */
            wipe_stack();
        return ok;
    }
    if (mr_is_kind(r.what, MR_KIND_FUTURE))
        return mr_sleep_run(t, mr_future_of(r.what));
    bool ok;
    if (r.arg != MR_UNBOUND) {
        ok = mr_transport_run(t, MR_TRANSPORT(r.what), (MrTransportEvent)mr_int_of(r.arg));
    } else {
        MrHandle *h = (MrHandle *)mr_obj_of(r.what);
        ok = h->h.aux & MR_HANDLE_CANCELLED || mr_handle_run(t, h);
    }
    wipe_stack();
    return ok;
}

/* An error of a task's step that is not the coroutine's own: reported as the failing callback that it is. */
static bool report_step(MrThread *t, MrEventLoop *el, MrReady r)
{
    if (!mr_is_kind(r.what, MR_KIND_TASK) && r.arg != MR_UNBOUND) {
        MrValue error = mr_take_pending(t);
        MrHandle *h = mr_transport_handle(t, MR_TRANSPORT(r.what), (MrTransportEvent)mr_int_of(r.arg));
        if (!h)
            return false;
        mr_raise_value(t, error);
        return mr_handle_report(t, h);
    }
    if (!mr_is_kind(r.what, MR_KIND_TASK) || t->iso->stopping || mr_pending_is(t, MR_EXC_KeyboardInterrupt) || mr_pending_is(t, MR_EXC_SystemExit))
        return false;
    MrValue exc = mr_take_pending(t);
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_printf(&buf, "Exception in callback %s.%s()", mr_typeof(t, r.what)->name->bytes, r.arg == MR_UNBOUND ? "task_step" : "task_wakeup");
    bool ok = !buf.failed && mr_report(t, mr_val(el), buf.data, "task", r.what, exc, MR_UNBOUND);
    mr_buf_fini(&buf);
    return ok;
}

static bool run_timed(MrThread *t, MrEventLoop *el, MrReady r)
{
    double before = mr_loop_time();
    MrValue outer = el->current;
    el->current = mr_is_kind(r.what, MR_KIND_TASK) || r.arg == MR_UNBOUND ? r.what : MR_UNBOUND;
    bool ok = run_one(t, r);
    el->current = outer;
    double took = mr_loop_time() - before;
    if (!ok || took < el->slow)
        return ok;
    MrValue args[2] = {r.what, mr_float(took)};
    if (!mr_is_kind(r.what, MR_KIND_TASK) && r.arg != MR_UNBOUND) {
        MrHandle *h = mr_transport_handle(t, MR_TRANSPORT(r.what), (MrTransportEvent)mr_int_of(r.arg));
        if (!h)
            return false;
        args[0] = mr_val(h);
    }
    MrValue hook = mr_getattr_c(t, mr_val(el), "_slow_callback");
    return hook != MR_ERROR && mr_call(t, hook, 2, args) != MR_ERROR;
}

bool mr_loop_turn(MrThread *t, MrEventLoop *el, double at_most)
{
    if (el->n_timers)
        drop_cancelled(el);
    if (!wait_for_events(t, el, at_most))
        return false;
    if (MR_UNLIKELY(mr_poll_bits(t->iso)) && !mr_poll_wait(t))
        return false;
    if (MR_UNLIKELY(mr_waker_is_posted(&t->iso->waker)) && mr_waker_take(&t->iso->waker) && t->iso->run_posts && !t->iso->run_posts(t))
        return false;
    if (el->n_timers) {
        double end = mr_loop_time() + RESOLUTION;
        while (el->n_timers && el->timers[0].when < end)
            if (!mr_ready_push(t, el, mr_val(timer_pop(el)), MR_UNBOUND))
                return false;
    }
    for (uint32_t n = el->count; n > 0 && el->count; n--) {
        MrReady r = take(el);
        bool ok = MR_UNLIKELY(el->debug) ? run_timed(t, el, r) : run_one(t, r);
        if (MR_UNLIKELY(!ok) && !report_step(t, el, r))
            return false;
    }
    if (MR_UNLIKELY(el->mask >= LARGE_RING) && el->count < el->mask / 16)
        shrink_ring(t, el);
    return true;
}

/* ---- any loop ---- */

static bool check_open(MrThread *t, MrEventLoop *el)
{
    if (MR_LIKELY(!el->closed))
        return true;
    mr_raise(t, MR_EXC_RuntimeError, "Event loop is closed");
    return false;
}

/* loop.call_soon(callback, *arg, context=...) of a loop that has its own. */
static bool foreign_soon(MrThread *t, MrValue loop, MrValue callback, size_t argc, MrValue arg, MrValue *context)
{
    MrValue method = mr_getattr_c(t, loop, "call_soon"), pair[2] = {callback, arg};
    MrValue args = mr_tuple_from(t, pair, 1 + argc);
    MrDict *kwargs = mr_dict_new(t);
    if (method == MR_ERROR || args == MR_ERROR || !kwargs || !mr_context_object(t, context) || !mr_dict_set_c(t, kwargs, "context", *context))
        return false;
    return mr_call_kw(t, method, args, mr_val(kwargs)) != MR_ERROR;
}

bool mr_loop_soon(MrThread *t, MrValue loop, MrTask *task, MrValue arg)
{
    MrEventLoop *el = mr_native_loop(t, loop);
    if (MR_LIKELY(el != NULL))
        return check_open(t, el) && mr_ready_push(t, el, mr_val(task), arg);
    bool stepping = mr_val(task) == t->task; /* its context is t->context then */
    MrValue f = mr_task_callable(t, task, arg != MR_UNBOUND);
    return f != MR_ERROR && foreign_soon(t, loop, f, arg != MR_UNBOUND, arg, stepping ? &t->context : &task->context);
}

static bool call_soon(MrThread *t, MrValue loop, MrValue callback, MrValue arg, MrValue context)
{
    MrEventLoop *el = mr_native_loop(t, loop);
    if (!el)
        return foreign_soon(t, loop, callback, 1, arg, &context);
    if (!check_open(t, el))
        return false;
    MrValue args = mr_tuple_from(t, &arg, 1);
    MrHandle *h = args == MR_ERROR ? NULL : mr_handle_new(t, loop, callback, args, context, false);
    if (!h)
        return false;
    h->h.aux = el->debug ? 0 : MR_HANDLE_PRIVATE;
    return mr_ready_push(t, el, mr_val(h), MR_UNBOUND);
}

bool mr_loop_call(MrThread *t, MrValue loop, MrValue callback, MrValue arg, MrValue context)
{
    MrValue pending;
    return call_soon(t, loop, callback, arg, context) || (begin_spare(t, &pending) && end_spare(t, pending, call_soon(t, loop, callback, arg, context)));
}

int mr_loop_debug(MrThread *t, MrValue loop)
{
    MrEventLoop *el = mr_native_loop(t, loop);
    if (el)
        return el->debug;
    MrValue method = mr_getattr_c(t, loop, "get_debug");
    MrValue r = method == MR_ERROR ? method : mr_call0(t, method);
    return r == MR_ERROR ? -1 : mr_truth(t, r);
}

MrValue mr_source_traceback(MrThread *t)
{
    MrValue module = mr_import(t, "traceback");
    MrValue f = module == MR_ERROR ? module : mr_getattr_c(t, module, "extract_stack");
    MrValue args[2] = {MR_NONE, mr_small_int(10)};
    return f == MR_ERROR ? f : mr_call(t, f, 2, args);
}
