/* The native twins of Lock, Event, Semaphore and Queue of asyncio (see vm/async/inline.c).
 *
 * stdlib/asyncio/locks.py and queues.py say what has to happen; here the same is done for `await queue.get()`, `await queue.put(x)`,
 * `await event.wait()`, `await lock.acquire()` and `async with lock` on the objects themselves, without coroutine, frame or call. A twin works on
 * an object of exactly the class whose attributes all lie in slots: where they lie is remembered by the object's shape. Whatever is unusual, be it a
 * subclass, an attribute of another type or a lock that is not held, is left to the Python.
 *
 * Rule: no script runs between looking at an object and changing it. (Waking a Future of a native loop runs none.)
 */
#include "stdlib/native/asyncio_waits.h"

#include "stdlib/native/collections.h"
#include "vm/async/inline.h"
#include "vm/async/loop.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/shape.h"
#include "vm/type.h"

#include <stdlib.h>

/* A hand-off is a few dozen instructions, of which a call that saves registers would be a third. */
#define INLINE __attribute__((always_inline)) static inline

enum { LOCK, EVENT, SEMAPHORE, BOUNDED, QUEUE, CLASSES };

/* The attributes that each class's twins use, by number. */
enum { LOOP, WAITERS, STATE };                                   /* of the first four; STATE: locked, set, or how many places are free */
enum { MAXSIZE = 1, GETTERS, PUTTERS, UNFINISHED, ITEMS, FINISHED, BOUND = 3, MAX_SLOTS_USED = 7 };
static const char *const slot_names[CLASSES][MAX_SLOTS_USED + 1] = {
    [LOCK] = {"_loop", "_waiters", "_locked"},
    [EVENT] = {"_loop", "_waiters", "_value"},
    [SEMAPHORE] = {"_loop", "_waiters", "_value"},
    [BOUNDED] = {"_loop", "_waiters", "_value", "_bound"},
    [QUEUE] = {"_loop", "_maxsize", "_getters", "_putters", "_unfinished_tasks", "_queue", "_finished"},
};

/* h.aux of the functions. */
enum { ACQUIRE = MR_TWIN_OTHERS, ENTER, EXIT, WAIT, PUT, GET };
_Static_assert((int)GET < (int)MR_TWINS, "see inline.h");

/* Where the attributes lie in objects of a shape: in the object, or from n_inline on in its buffer of more. */
typedef struct Layout { uint32_t shape, n_inline; uint8_t at[MAX_SLOTS_USED]; } Layout;

/* What MrLoop.twins points to. */
typedef struct Twins {
    MrTwins common; /* first */
    Layout layouts[CLASSES];
    uint32_t deque_shape;
} Twins;
enum { PLAIN_SET = CLASSES, PLAIN_CLEAR }; /* places in common.classes of Event's own functions */
_Static_assert((int)PLAIN_CLEAR < (int)MR_TWIN_VALUES, "see inline.h");

/* An object whose slots have been found. */
typedef struct Owner { MrInstance *o; const Layout *layout; const Twins *twins; } Owner;

static Twins *twins_of(MrThread *t) { return (Twins *)t->iso->loop->twins; }

static inline MrValue *slot(const Owner *own, int which)
{
    uint32_t i = own->layout->at[which], n = own->layout->n_inline;
    MrTail *tail = (MrTail *)&own->o->extra;
    return MR_LIKELY(i < n) ? &tail->slots[i] : (MrValue *)(uintptr_t)tail->extra + (i - n);
}

static inline void set(const Owner *own, MrThread *t, int which, MrValue v)
{
    *slot(own, which) = v;
    mr_write_barrier(t, &own->o->h, v);
}

/* Learns where the attributes of the class's instances of this shape lie. One with further attributes, which may be methods of its own, is no such instance. */
__attribute__((noinline)) static bool learn(MrThread *t, Layout *layout, int class, MrValue v)
{
    MrShape *shape = mr_shape_of(t, mr_obj_of(v));
    if (mr_val(shape->type) != twins_of(t)->common.classes[class] || shape->dict_mode)
        return false;
    uint32_t n = 0;
    for (uint32_t i = 0; slot_names[class][i]; i++, n++) {
        MrStr *name = mr_intern(t, slot_names[class][i], strlen(slot_names[class][i]));
        int at = name ? mr_shape_find(t, shape, name) : -1;
        if (at < 0 || at > UINT8_MAX)
            return false;
        layout->at[i] = (uint8_t)at;
    }
    if (shape->n != n)
        return false;
    layout->shape = shape->id;
    layout->n_inline = shape->n_inline;
    return true;
}

INLINE bool open_owner(MrThread *t, Owner *own, int class, MrValue v)
{
    if (!mr_is_kind(v, MR_KIND_INSTANCE))
        return false;
    Twins *twins = twins_of(t);
    Layout *layout = &twins->layouts[class];
    MrObj *o = mr_obj_of(v);
    if (MR_UNLIKELY(o->shape != layout->shape) && !learn(t, layout, class, v))
        return false;
    *own = (Owner){(MrInstance *)o, layout, twins};
    return true;
}

/* The deque in a slot; NULL if it is something else. */
static inline MrDeque *deque_in(const Owner *own, int which)
{
    MrValue v = *slot(own, which);
    return mr_is_obj(v) && mr_obj_of(v)->shape == own->twins->deque_shape ? (MrDeque *)mr_obj_of(v) : NULL;
}

/* A lock of any kind: which, or -1. */
INLINE int open_lock(MrThread *t, Owner *own, MrValue v)
{
    if (open_owner(t, own, LOCK, v))
        return LOCK;
    if (open_owner(t, own, SEMAPHORE, v))
        return SEMAPHORE;
    return open_owner(t, own, BOUNDED, v) ? BOUNDED : -1;
}

/* Binds the object to the running loop: may it wait there? */
static inline bool bind_loop(MrThread *t, const Owner *own)
{
    MrValue loop = *slot(own, LOOP);
    if (!mr_twins_allowed(t) || (loop != t->loop && loop != MR_NONE))
        return false;
    if (MR_UNLIKELY(loop == MR_NONE))
        set(own, t, LOOP, t->loop);
    return true;
}

/* ---- those who wait ---- */

/* Ends a waiter with `result`: 1, 0 if it was done already, -1. [script] for waiters that are no native futures. */
static inline int wake(MrThread *t, MrValue waiter, MrValue result)
{
    if (MR_LIKELY(mr_is_exact(waiter, MR_TYPE_Future))) {
        MrFuture *f = mr_future_of(waiter);
        return mr_future_state(f) != MR_FUT_PENDING ? 0 : mr_future_set_result(t, f, result) ? 1 : -1;
    }
    MrValue done = mr_call_method0(t, waiter, mr_n(t, done));
    int over = done == MR_ERROR ? -1 : mr_truth(t, done);
    if (over)
        return over < 0 ? -1 : 0;
    MrValue method = mr_getattr_c(t, waiter, "set_result");
    return method == MR_ERROR || mr_call1(t, method, result) == MR_ERROR ? -1 : 1;
}

__attribute__((noinline)) static bool wake_one(MrThread *t, MrDeque *waiters)
{
    for (int woken = 0; !woken && waiters->length;)
        if ((woken = wake(t, mr_deque_popleft(waiters), MR_NONE)) < 0)
            return false;
    return true;
}

/* Takes waiters from the front until one could be woken: queues. */
INLINE bool wake_next(MrThread *t, MrDeque *waiters)
{
    return !waiters->length || wake_one(t, waiters);
}

/* Wakes the first if it was not woken yet: locks. */
static bool wake_first(MrThread *t, MrDeque *waiters)
{
    return !waiters || !waiters->length || wake(t, *mr_deque_at(waiters, 0), MR_TRUE) >= 0;
}

/* Gives a free place to the first who has none yet: semaphores. */
static bool wake_place(MrThread *t, const Owner *own, MrDeque *waiters)
{
    for (size_t i = 0; waiters && i < waiters->length; i++) {
        MrFuture *f = mr_future_of(*mr_deque_at(waiters, i));
        if (mr_future_state(f) == MR_FUT_PENDING) {
            set(own, t, STATE, mr_small_int(mr_int_of(*slot(own, STATE)) - 1));
            return mr_future_set_result(t, f, MR_TRUE);
        }
    }
    return true;
}

/* Are all waiters native futures? (They are, but for loops with a create_future of their own.) *live: is one of them not cancelled? */
static bool survey(const MrDeque *waiters, bool *live)
{
    *live = false;
    for (size_t i = 0; i < waiters->length; i++) {
        MrValue waiter = *mr_deque_at(waiters, i);
        if (!mr_is_exact(waiter, MR_TYPE_Future))
            return false;
        *live |= mr_future_state(mr_future_of(waiter)) != MR_FUT_CANCELLED;
    }
    return true;
}

/* Puts a new waiter at the end. */
INLINE MrInline wait_in(MrThread *t, MrFunction *f, MrDeque *waiters, MrValue owner, MrValue item, MrValue *out)
{
    MrWait *w = mr_wait_new(t, f, owner, item);
    if (!w || !mr_deque_append(t, waiters, mr_val(w)))
        return MR_INLINE_ERROR;
    *out = mr_val(w);
    return MR_INLINE_WAIT;
}

/* ---- locks and semaphores ---- */

static MrInline acquire(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out)
{
    Owner own;
    int class = open_lock(t, &own, args[0]);
    if (class < 0)
        return MR_INLINE_NO;
    MrValue waiting = *slot(&own, WAITERS), state = *slot(&own, STATE);
    MrDeque *waiters = deque_in(&own, WAITERS);
    bool live = false;
    if ((!waiters && waiting != MR_NONE) || (class == LOCK ? state != MR_TRUE && state != MR_FALSE : !mr_is_int(state)) || (waiters && !survey(waiters, &live)))
        return MR_INLINE_NO;
    if (!live && state != (class == LOCK ? MR_TRUE : mr_small_int(0))) {
        *slot(&own, STATE) = class == LOCK ? MR_TRUE : mr_small_int(mr_int_of(state) - 1);
        *out = mr_bool(f->h.aux == ACQUIRE);
        if (f->h.aux == ENTER)
            *out = MR_NONE;
        return MR_INLINE_DONE;
    }
    if (!bind_loop(t, &own))
        return MR_INLINE_NO;
    if (!waiters) {
        waiters = mr_deque_new(t);
        if (!waiters)
            return MR_INLINE_ERROR;
        set(&own, t, WAITERS, mr_val(waiters));
    }
    return wait_in(t, f, waiters, args[0], MR_UNBOUND, out);
}

static MrInline leave(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out)
{
    (void)f;
    Owner own;
    int class = open_lock(t, &own, args[0]);
    if (class < 0)
        return MR_INLINE_NO;
    MrValue waiting = *slot(&own, WAITERS), state = *slot(&own, STATE);
    MrDeque *waiters = deque_in(&own, WAITERS);
    bool live;
    if ((!waiters && waiting != MR_NONE) || (waiters && class != LOCK && !survey(waiters, &live)))
        return MR_INLINE_NO;
    *out = MR_NONE;
    if (class == LOCK) {
        if (state != MR_TRUE)
            return MR_INLINE_NO;
        *slot(&own, STATE) = MR_FALSE;
        return wake_first(t, waiters) ? MR_INLINE_DONE : MR_INLINE_ERROR;
    }
    if (!mr_is_int(state) || (class == BOUNDED && (!mr_is_int(*slot(&own, BOUND)) || mr_int_of(state) >= mr_int_of(*slot(&own, BOUND)))))
        return MR_INLINE_NO;
    *slot(&own, STATE) = mr_small_int(mr_int_of(state) + 1);
    return wake_place(t, &own, waiters) ? MR_INLINE_DONE : MR_INLINE_ERROR;
}

/* ---- queues ---- */

/* 1: full, 0: not, -1: the attributes are unusual. *items: what is in it. */
INLINE int is_full(const Owner *own, MrDeque **items)
{
    MrValue maxsize = *slot(own, MAXSIZE);
    *items = deque_in(own, ITEMS);
    if (!*items || !mr_is_int(maxsize))
        return -1;
    return mr_int_of(maxsize) > 0 && (int64_t)(*items)->length >= mr_int_of(maxsize);
}

/* Adds an item to a queue that has room, and wakes a getter. */
INLINE MrInline put_now(MrThread *t, const Owner *own, MrDeque *items, MrValue item, MrValue *out)
{
    MrValue unfinished = *slot(own, UNFINISHED);
    MrDeque *getters = deque_in(own, GETTERS);
    Owner finished = {0};
    if (!getters || !mr_is_int(unfinished) || (unfinished == mr_small_int(0) && !open_owner(t, &finished, EVENT, *slot(own, FINISHED))))
        return MR_INLINE_NO;
    if (!mr_deque_append(t, items, item))
        return MR_INLINE_ERROR;
    if (unfinished == mr_small_int(0))
        *slot(&finished, STATE) = MR_FALSE;
    *slot(own, UNFINISHED) = mr_small_int(mr_int_of(unfinished) + 1);
    *out = MR_NONE;
    return wake_next(t, getters) ? MR_INLINE_DONE : MR_INLINE_ERROR;
}

/* Takes an item of a queue that has one, and wakes a putter. */
INLINE MrInline get_now(MrThread *t, const Owner *own, MrDeque *items, MrValue *out)
{
    MrDeque *putters = deque_in(own, PUTTERS);
    if (!putters)
        return MR_INLINE_NO;
    *out = mr_deque_popleft(items);
    return wake_next(t, putters) ? MR_INLINE_DONE : MR_INLINE_ERROR;
}

static MrInline put(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out)
{
    Owner own;
    MrDeque *items, *putters;
    int full = open_owner(t, &own, QUEUE, args[0]) ? is_full(&own, &items) : -1;
    if (full < 0)
        return MR_INLINE_NO;
    if (!full)
        return put_now(t, &own, items, args[1], out);
    putters = deque_in(&own, PUTTERS);
    return putters && bind_loop(t, &own) ? wait_in(t, f, putters, args[0], args[1], out) : MR_INLINE_NO;
}

static MrInline get(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out)
{
    Owner own;
    MrDeque *items = open_owner(t, &own, QUEUE, args[0]) ? deque_in(&own, ITEMS) : NULL;
    if (!items)
        return MR_INLINE_NO;
    if (items->length)
        return get_now(t, &own, items, out);
    MrDeque *getters = deque_in(&own, GETTERS);
    return getters && bind_loop(t, &own) ? wait_in(t, f, getters, args[0], MR_UNBOUND, out) : MR_INLINE_NO;
}

/* ---- events ---- */

static MrInline wait(MrThread *t, MrFunction *f, const MrValue *args, MrValue *out)
{
    Owner own;
    if (!open_owner(t, &own, EVENT, args[0]))
        return MR_INLINE_NO;
    MrValue state = *slot(&own, STATE);
    MrDeque *waiters = deque_in(&own, WAITERS);
    if (state == MR_FALSE && waiters && bind_loop(t, &own))
        return wait_in(t, f, waiters, args[0], MR_UNBOUND, out);
    *out = MR_TRUE;
    return state == MR_TRUE ? MR_INLINE_DONE : MR_INLINE_NO;
}

/* Event.set and Event.clear run in the time of the task that hands something on, so they are native as well; Event's own functions do it for subclasses. */

static bool wake_all(MrThread *t, MrDeque *waiters)
{
    for (size_t i = 0; i < waiters->length; i++)
        if (wake(t, *mr_deque_at(waiters, i), MR_TRUE) < 0)
            return false;
    return true;
}

static MrValue event_set(MrThread *t, MrValue *a)
{
    Owner own;
    MrDeque *waiters = open_owner(t, &own, EVENT, a[0]) ? deque_in(&own, WAITERS) : NULL;
    if (!waiters || *slot(&own, STATE) != MR_FALSE)
        return mr_call1(t, twins_of(t)->common.classes[PLAIN_SET], a[0]);
    *slot(&own, STATE) = MR_TRUE;
    return wake_all(t, waiters) ? MR_NONE : MR_ERROR;
}

static MrValue event_clear(MrThread *t, MrValue *a)
{
    Owner own;
    if (!open_owner(t, &own, EVENT, a[0]))
        return mr_call1(t, twins_of(t)->common.classes[PLAIN_CLEAR], a[0]);
    *slot(&own, STATE) = MR_FALSE;
    return MR_NONE;
}

static const MrMethodDef event_methods[] = {
    {"set(self, /)", event_set, "Set the flag and wake everybody who waits.", 0},
    {"clear(self, /)", event_clear, "Reset the flag; from now on wait() waits again.", 0},
};

/* Puts them in the places of the class's functions, which are kept. */
static bool take_over(MrThread *t, Twins *twins, MrType *event)
{
    for (int i = 0; i < 2; i++) {
        MrStr *name = mr_intern(t, i ? "clear" : "set", i ? 5 : 3);
        MrValue plain = name ? mr_type_lookup(t, event, name) : MR_ERROR;
        if (plain == MR_ERROR)
            return false;
        if (!mr_is_kind(plain, MR_KIND_FUNCTION)) /* done before */
            continue;
        MrValue f = mr_function_native(t, &event_methods[i], mr_val(event), MR_UNBOUND);
        if (f == MR_ERROR)
            return false;
        mr_obj_of(f)->shape = mr_descriptor_type(event, &event_methods[i]);
        twins->common.classes[PLAIN_SET + i] = plain;
        if (!mr_setattr(t, mr_val(event), name, f))
            return false;
    }
    return true;
}

/* ---- what comes after a wait ---- */

/* Somebody has changed the object meanwhile in a way that leaves no room for a twin: its attributes' types, or their places. */
static MrGenResult spoilt(MrThread *t, MrWait *w)
{
    mr_raise(t, MR_EXC_RuntimeError, "the attributes of %s were changed while a task waited for it", mr_type_name(t, w->owner));
    mr_await_abandon(t, &w->f);
    return MR_GEN_RAISED;
}

static MrGenResult finish_queue(MrThread *t, MrWait *w, MrValue *out)
{
    Owner own;
    MrDeque *items = NULL, *waiters;
    bool getting = w->function->h.aux == GET;
    int full = !open_owner(t, &own, QUEUE, w->owner) ? -1 : !getting ? is_full(&own, &items) : (items = deque_in(&own, ITEMS)) ? 0 : -1;
    if (full < 0)
        return spoilt(t, w);
    if (MR_LIKELY(getting ? items->length > 0 : !full)) {
        switch (getting ? get_now(t, &own, items, out) : put_now(t, &own, items, w->item, out)) {
        case MR_INLINE_DONE: return MR_GEN_RETURNED;
        case MR_INLINE_ERROR: return MR_GEN_RAISED;
        default: return spoilt(t, w);
        }
    }
    waiters = deque_in(&own, getting ? GETTERS : PUTTERS); /* another was faster */
    if (!waiters)
        return spoilt(t, w);
    mr_wait_again(w);
    *out = mr_val(w);
    return mr_deque_append(t, waiters, mr_val(w)) ? MR_GEN_YIELDED : MR_GEN_RAISED;
}

static MrGenResult finish(MrThread *t, MrWait *w, MrValue *out)
{
    int twin = w->function->h.aux;
    bool live;
    if (twin == PUT || twin == GET)
        return finish_queue(t, w, out);
    Owner own;
    int class = twin != WAIT ? open_lock(t, &own, w->owner) : open_owner(t, &own, EVENT, w->owner) ? EVENT : -1;
    MrDeque *waiters = class < 0 ? NULL : deque_in(&own, WAITERS);
    if (!waiters || (class != EVENT && class != LOCK && !survey(waiters, &live)))
        return spoilt(t, w);
    if (MR_LIKELY(waiters->length && *mr_deque_at(waiters, 0) == mr_val(w)))
        mr_deque_popleft(waiters);
    else
        mr_deque_discard(waiters, mr_val(w));
    *out = twin == ENTER ? MR_NONE : MR_TRUE;
    if (class == LOCK)
        *slot(&own, STATE) = MR_TRUE;
    else if (class != EVENT && mr_is_int(*slot(&own, STATE)) && mr_int_of(*slot(&own, STATE)) > 0 && !wake_place(t, &own, waiters))
        return MR_GEN_RAISED;
    return MR_GEN_RETURNED;
}

static bool abandon_queue(MrThread *t, MrWait *w)
{
    Owner own;
    MrDeque *items, *waiters;
    bool getting = w->function->h.aux == GET;
    int full = open_owner(t, &own, QUEUE, w->owner) ? is_full(&own, &items) : -1;
    if (full < 0 || !(waiters = deque_in(&own, getting ? GETTERS : PUTTERS)))
        return true;
    mr_deque_discard(waiters, mr_val(w));
    if (mr_future_state(&w->f) == MR_FUT_PENDING)
        return mr_future_cancel(t, &w->f, MR_UNBOUND) >= 0;
    bool blocked = getting ? !items->length : full;
    return blocked || mr_future_state(&w->f) == MR_FUT_CANCELLED || wake_next(t, waiters); /* the wake-up that it got goes on to the next */
}

static bool abandon_lock(MrThread *t, MrWait *w, bool cancelled)
{
    Owner own;
    int class = w->function->h.aux != WAIT ? open_lock(t, &own, w->owner) : open_owner(t, &own, EVENT, w->owner) ? EVENT : -1;
    MrDeque *waiters = class < 0 ? NULL : deque_in(&own, WAITERS);
    bool live;
    if (!waiters || !survey(waiters, &live))
        return true;
    mr_deque_discard(waiters, mr_val(w));
    if (class == EVENT || !cancelled)
        return true;
    if (class == LOCK)
        return *slot(&own, STATE) == MR_TRUE || wake_first(t, waiters);
    if (mr_future_state(&w->f) == MR_FUT_CANCELLED || !mr_is_int(*slot(&own, STATE)))
        return true;
    *slot(&own, STATE) = mr_small_int(mr_int_of(*slot(&own, STATE)) + 1); /* the place was its own already */
    return wake_place(t, &own, waiters);
}

static void abandon(MrThread *t, MrWait *w)
{
    int twin = w->function->h.aux;
    MrValue error = mr_take_pending(t);
    bool ok = twin == PUT || twin == GET ? abandon_queue(t, w) : abandon_lock(t, w, mr_isinstance_of(t, error, MR_EXC_CancelledError));
    if (ok) /* else memory ran out, and that error is the one to tell */
        t->pending = error;
    if (twin == ENTER)
        mr_await_trace(t, mr_type_lookup(t, mr_typeof(t, w->owner), mr_intern(t, "acquire", 7)), 0);
    mr_await_trace(t, mr_val(w->function), 0);
}

/* ---- making known ---- */

/* Marks the coroutine functions of a class that have a twin; each class of one name is known once, the last that was given. */
static bool have_twins(MrThread *t, Twins *twins, MrType *class)
{
    static const char *const names[CLASSES] = {"Lock", "Event", "Semaphore", "BoundedSemaphore", "Queue"};
    static const struct { const char *name; uint16_t twin; bool in[CLASSES]; } rows[] = {
        {"acquire", ACQUIRE, {[LOCK] = true, [SEMAPHORE] = true, [BOUNDED] = true}},
        {"__aenter__", ENTER, {[LOCK] = true, [SEMAPHORE] = true, [BOUNDED] = true}},
        {"__aexit__", EXIT, {[LOCK] = true, [SEMAPHORE] = true, [BOUNDED] = true}},
        {"wait", WAIT, {[EVENT] = true}},
        {"put", PUT, {[QUEUE] = true}},
        {"get", GET, {[QUEUE] = true}},
    };
    int which = 0;
    while (which < CLASSES && strcmp(names[which], class->name->bytes) != 0)
        which++;
    if (which == CLASSES) {
        mr_raise(t, MR_EXC_ValueError, "no native twins for %s", class->name->bytes);
        return false;
    }
    twins->common.classes[which] = mr_val(class);
    twins->layouts[which].shape = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MrStr *name = rows[i].in[which] ? mr_intern(t, rows[i].name, strlen(rows[i].name)) : NULL;
        MrValue found = name ? mr_type_lookup(t, class, name) : MR_UNBOUND;
        if (rows[i].in[which] && !name)
            return false;
        if (mr_is_kind(found, MR_KIND_FUNCTION))
            mr_obj_of(found)->aux = rows[i].twin;
    }
    return which != EVENT || take_over(t, twins, class);
}

bool mr_asyncio_add_twins(MrThread *t, MrLoop *s)
{
    if (s->twins)
        return true;
    MrType *deque = mr_type_from_def(t, &mr_deque_def);
    if (!deque || !mr_type_ready(t, deque))
        return false;
    Twins *twins = calloc(1, sizeof *twins);
    if (!twins) {
        mr_raise_no_memory(t);
        return false;
    }
    twins->common = (MrTwins){.start = {[MR_TWIN_SLEEP] = mr_sleep_start, [ACQUIRE] = acquire, [ENTER] = acquire, [EXIT] = leave, [WAIT] = wait, [PUT] = put, [GET] = get},
                              .finish = finish, .abandon = abandon};
    for (int i = 0; i < MR_TWIN_VALUES; i++)
        twins->common.classes[i] = MR_UNBOUND;
    twins->deque_shape = deque->root->id;
    s->twins = &twins->common;
    return true;
}

MrValue mr_asyncio_have_twins(MrThread *t, MrValue *a)
{
    MrTuple *classes = MR_TUPLE(a[0]);
    for (size_t i = 0; i < classes->length; i++) {
        if (!mr_is_kind(classes->items[i], MR_KIND_TYPE))
            return mr_raise(t, MR_EXC_TypeError, "classes are expected");
        if (!have_twins(t, twins_of(t), MR_TYPE(classes->items[i])))
            return MR_ERROR;
    }
    return MR_NONE;
}

MrValue mr_asyncio_wake_next(MrThread *t, MrValue *a)
{
    MrDeque *waiters = mr_deque_exact(t, a[0]);
    if (!waiters)
        return mr_raise(t, MR_EXC_TypeError, "a deque is expected");
    return wake_next(t, waiters) ? MR_NONE : MR_ERROR;
}

MrValue mr_asyncio_wake_all(MrThread *t, MrValue *a)
{
    MrDeque *waiters = mr_deque_exact(t, a[0]);
    if (!waiters)
        return mr_raise(t, MR_EXC_TypeError, "a deque is expected");
    return wake_all(t, waiters) ? MR_NONE : MR_ERROR;
}
