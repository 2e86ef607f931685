/* gc: the collector as scripts see it.
 *
 * There is one generation, and no reference counts beside it: disable() is noted but does not stop collections, or nothing would ever be
 * freed. Thresholds are noted likewise. collect() always does a full collection.
 * The walks over the heap (get_objects, get_referrers, get_referents) use the collector's own trace functions and mark bits, which mean
 * nothing between a finished sweep and the next collection. Each walk runs twice, to count and to store, because nothing may be allocated
 * while it runs.
 */
#include "vm/error.h"
#include "vm/signature.h"
#include "vm/trace.h"

/* The module's settings: a list in a hook of the isolate. */
enum { HOOK_GC = MR_HOOK_FREE };
enum { ENABLED, THRESHOLD0, THRESHOLD1, THRESHOLD2, DEBUG_FLAGS, CALLBACKS, FROZEN, N_SETTINGS };

static MrValue *settings(MrThread *t) { return MR_LIST(t->iso->hooks[HOOK_GC])->items; }

/* ---- what is tracked ---- */

static bool holds_containers(const MrDict *d);

static bool is_container(const MrIsolate *iso, const MrObj *o)
{
    switch ((MrKind)o->kind) {
    case MR_KIND_FREE:
    case MR_KIND_BUFFER:
    case MR_KIND_SHAPE:
    case MR_KIND_INT:
    case MR_KIND_FLOAT:
    case MR_KIND_COMPLEX:
    case MR_KIND_STR:
    case MR_KIND_BYTES:
    case MR_KIND_BYTEARRAY:
    case MR_KIND_RANGE:
    case MR_KIND_RANGE_ITER:
    case MR_KIND_CODE: return o->shape >= MR_TYPE_COUNT && o->kind > MR_KIND_BUFFER && o->kind != MR_KIND_SHAPE; /* of a class: has attributes */
    case MR_KIND_INSTANCE: return o->shape != MR_TYPE_object;
    case MR_KIND_TUPLE: return ((const MrTuple *)o)->length > 0 || o->shape != MR_TYPE_tuple;
    case MR_KIND_TYPE: return ((const MrType *)o)->flags & MR_TYPE_HEAP;
    case MR_KIND_DICT: return o->shape != MR_TYPE_dict || (const MrDict *)o == iso->builtins || holds_containers((const MrDict *)o);
    default: return true;
    }
}

static bool may_hold(MrValue v)
{
    if (!mr_is_obj(v))
        return false;
    switch ((MrKind)mr_obj_of(v)->kind) {
    case MR_KIND_INT:
    case MR_KIND_FLOAT:
    case MR_KIND_COMPLEX:
    case MR_KIND_STR:
    case MR_KIND_BYTES: return mr_obj_of(v)->shape >= MR_TYPE_COUNT;
    default: return true;
    }
}

/* A dict of nothing but atoms is not tracked. */
static bool holds_containers(const MrDict *d)
{
    for (uint32_t i = 0; i < d->used; i++)
        if (d->entries[i].key != MR_UNBOUND && (may_hold(d->entries[i].key) || may_hold(d->entries[i].value)))
            return true;
    return false;
}

/* ---- walks ---- */

typedef struct Walk {
    MrGc gc;
    MrList *out;       /* NULL: only counting */
    MrObj *args;       /* not reported: the caller's own tuple */
    MrTuple *targets;  /* referrers of these */
    size_t n, work;
    bool given_up;     /* the script has to stop: what remains is passed over */
} Walk;

static bool goes_on(Walk *w)
{
    if (MR_UNLIKELY(++w->work % 4096 == 0))
        w->given_up |= mr_limits_is_ending(w->gc.iso->current);
    return !w->given_up;
}

static void report(Walk *w, MrObj *o)
{
    if (w->out && w->out->length < w->out->capacity)
        w->out->items[w->out->length++] = mr_val(o);
    w->n++;
}

static void visit_object(MrObj *o, void *data)
{
    Walk *w = data;
    if (goes_on(w) && is_container(w->gc.iso, o) && o != w->args && o != (MrObj *)w->out)
        report(w, o);
}

static void unmark(const void *object)
{
    uintptr_t g = ((uintptr_t)object & (MR_BLOCK_SIZE - 1)) / MR_GRANULE;
    mr_block_of(object)->marks[g / 64] &= ~((uint64_t)1 << (g % 64));
}

static void drop_marked(MrHeap *h)
{
    h->mark_count = 0;
    h->mark_overflow = false;
}

/* Everything but the targets is marked, so tracing an object finds exactly the targets that it refers to. */
static void visit_referrer(MrObj *o, void *data)
{
    Walk *w = data;
    MrHeap *h = &w->gc.iso->heap;
    if (!goes_on(w) || !is_container(w->gc.iso, o) || o == w->args || o == (MrObj *)w->out || o == (MrObj *)w->targets)
        return;
    for (size_t i = 0; i < w->targets->length; i++)
        if (mr_is_obj(w->targets->items[i]))
            unmark(mr_obj_of(w->targets->items[i]));
    mr_trace_object(&w->gc, o);
    if (h->mark_count || h->mark_overflow)
        report(w, o);
    drop_marked(h);
}

static MrValue walk_heap(MrThread *t, Walk *w, void (*visit)(MrObj *o, void *data))
{
    MrHeap *h = &t->iso->heap;
    mr_heap_collect(t);
    for (int round = 0; round < 2; round++) {
        if (round) {
            MrValue list = mr_list_new(t, w->n);
            if (list == MR_ERROR)
                return MR_ERROR;
            w->out = MR_LIST(list);
        }
        w->n = 0;
        mr_heap_finish_sweep(h); /* after which the marks are free */
        mr_heap_set_marks(h, 0xff);
        mr_heap_each(t->iso, visit, w);
        if (w->given_up && !mr_limits_check(t, 0))
            return MR_ERROR;
    }
    return mr_val(w->out);
}

static MrValue gc_get_objects(MrThread *t, MrValue *a)
{
    int64_t generation;
    if (a[0] != MR_UNBOUND && a[0] != MR_NONE) {
        if (!mr_to_ssize(t, a[0], &generation))
            return MR_ERROR;
        if (generation < -1)
            return mr_raise(t, MR_EXC_ValueError, "generation parameter cannot be negative");
        if (generation > 2)
            return mr_raise(t, MR_EXC_ValueError, "generation parameter must be less than the number of available generations (3)");
        if (generation == 0 || generation == 1) /* all are old */
            return mr_list_new(t, 0);
    }
    Walk w = {.gc = {.iso = t->iso}};
    return walk_heap(t, &w, visit_object);
}

static MrValue gc_get_referrers(MrThread *t, MrValue *a)
{
    Walk w = {.gc = {.iso = t->iso}, .args = mr_obj_of(a[0]), .targets = MR_TUPLE(a[0])};
    return walk_heap(t, &w, visit_referrer);
}

/* ---- referents ---- */

static bool append_values(MrThread *t, MrValue out, const MrValue *items, size_t n)
{
    for (size_t i = n; i-- > 0;) /* CPython goes through them backwards */
        if (items[i] > MR_ERROR && !mr_list_append(t, out, items[i]))
            return false;
    return true;
}

static bool append_dict(MrThread *t, MrValue out, MrDict *d)
{
    MrValue key, value;
    size_t pos = 0;
    bool values_only = d->all_str;
    while (mr_dict_next(d, &pos, &key, &value))
        if ((!values_only && !mr_list_append(t, out, key)) || !mr_list_append(t, out, value))
            return false;
    return true;
}

/* What the collector would go on to from an object; parts of the object that are no objects to scripts are left out. */
static bool append_traced(MrThread *t, MrValue out, MrObj *o)
{
    MrHeap *h = &t->iso->heap;
    MrGc gc = {.iso = t->iso};
    MrValue found = MR_ERROR;
    size_t n = 0;
    for (int round = 0; round < 2; round++) {
        if (round && (found = mr_list_new(t, n ? n : 1)) == MR_ERROR)
            return false;
        mr_heap_finish_sweep(h);
        mr_heap_set_marks(h, 0);
        mr_trace_object(&gc, o);
        n = h->mark_count;
        for (size_t i = 0; round && i < n && MR_LIST(found)->length < MR_LIST(found)->capacity; i++)
            if (h->mark_stack[i]->kind != MR_KIND_SHAPE)
                MR_LIST(found)->items[MR_LIST(found)->length++] = mr_val(h->mark_stack[i]);
        drop_marked(h);
    }
    MrType *type = mr_typeof(t, mr_val(o)); /* which an instance reaches through its shape */
    return mr_list_extend(t, out, found) && (!(type->flags & MR_TYPE_HEAP) || mr_list_append(t, out, mr_val(type)));
}

static MrValue gc_get_referents(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[0]);
    MrValue out = mr_list_new(t, 0);
    for (size_t i = 0; out != MR_ERROR && i < args->length; i++) {
        MrValue v = args->items[i];
        bool ok = true;
        if (mr_is_exact(v, MR_TYPE_list))
            ok = append_values(t, out, MR_LIST(v)->items, MR_LIST(v)->length);
        else if (mr_is_exact(v, MR_TYPE_tuple))
            ok = append_values(t, out, MR_TUPLE(v)->items, MR_TUPLE(v)->length);
        else if (mr_is_exact(v, MR_TYPE_dict))
            ok = append_dict(t, out, MR_DICT(v));
        else if (mr_is_obj(v) && is_container(t->iso, mr_obj_of(v)))
            ok = append_traced(t, out, mr_obj_of(v));
        if (!ok)
            return MR_ERROR;
    }
    return out;
}

/* ---- collecting ---- */

static bool set_number(MrThread *t, MrDict *d, const char *key, int64_t n)
{
    MrValue v = mr_int(t, n);
    return v != MR_ERROR && mr_dict_set_c(t, d, key, v);
}

/* Calls each function of gc.callbacks with the phase and what is known of the collection. */
static bool tell(MrThread *t, const char *phase, int64_t generation, int64_t collected)
{
    MrValue list = settings(t)[CALLBACKS];
    if (!MR_LIST(list)->length)
        return true;
    MrDict *info = mr_dict_new(t);
    MrValue name = mr_str_c(t, phase);
    if (!info || name == MR_ERROR || !set_number(t, info, "generation", generation) || !set_number(t, info, "collected", collected) ||
        !set_number(t, info, "uncollectable", 0))
        return false;
    for (size_t i = 0; i < MR_LIST(list)->length; i++) {
        MrValue f = MR_LIST(list)->items[i];
        if (mr_call2(t, f, name, mr_val(info)) == MR_ERROR)
            mr_report_unraisable(t, f);
    }
    return true;
}

static MrValue gc_collect(MrThread *t, MrValue *a)
{
    int64_t generation = 2;
    if (a[0] != MR_UNBOUND && !mr_to_i64(t, a[0], &generation))
        return MR_ERROR;
    if (generation < 0 || generation > 2)
        return mr_raise(t, MR_EXC_ValueError, "invalid generation");
    if (!tell(t, "start", generation, 0))
        return MR_ERROR;
    MrValue freed = mr_collect(t, gc_collect);
    if (freed == MR_ERROR || !tell(t, "stop", generation, mr_is_int(freed) ? mr_int_of(freed) : 0))
        return MR_ERROR;
    return mr_limits_tick(t) ? freed : MR_ERROR; /* a finalizer may have reached a limit */
}

static MrValue gc_enable(MrThread *t, MrValue *a)
{
    (void)a;
    settings(t)[ENABLED] = MR_TRUE;
    return MR_NONE;
}

static MrValue gc_disable(MrThread *t, MrValue *a)
{
    (void)a;
    settings(t)[ENABLED] = MR_FALSE;
    return MR_NONE;
}

static MrValue gc_isenabled(MrThread *t, MrValue *a)
{
    (void)a;
    return settings(t)[ENABLED];
}

/* ---- numbers ---- */

static MrValue gc_get_threshold(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_tuple_from(t, settings(t) + THRESHOLD0, 3);
}

static MrValue gc_set_threshold(MrThread *t, MrValue *a)
{
    MrValue fresh[3];
    for (int i = 0; i < 3; i++) {
        int64_t n;
        fresh[i] = settings(t)[THRESHOLD0 + i];
        if (a[i] == MR_UNBOUND)
            continue;
        if (!mr_to_i64(t, a[i], &n))
            return MR_ERROR;
        if (n < INT32_MIN || n > INT32_MAX)
            return mr_raise(t, MR_EXC_OverflowError, "signed integer is %s", n < 0 ? "less than minimum" : "greater than maximum");
        fresh[i] = mr_small_int(n);
    }
    memcpy(settings(t) + THRESHOLD0, fresh, sizeof fresh);
    return MR_NONE;
}

/* Kibibytes allocated since the last collection stand for CPython's count of objects. */
static MrValue gc_get_count(MrThread *t, MrValue *a)
{
    (void)a;
    MrHeap *h = &t->iso->heap;
    size_t fresh = h->bytes > h->live_after ? (h->bytes - h->live_after) / 1024 : 0;
    MrValue counts[3] = {mr_small_int((int64_t)fresh), mr_small_int(0), mr_small_int(0)};
    return mr_tuple_from(t, counts, 3);
}

static MrValue gc_get_stats(MrThread *t, MrValue *a)
{
    (void)a;
    MrHeap *h = &t->iso->heap;
    MrValue list = mr_list_new(t, 3);
    for (int i = 0; list != MR_ERROR && i < 3; i++) {
        MrDict *d = mr_dict_new(t);
        if (!d || !set_number(t, d, "collections", i == 2 ? (int64_t)h->collections : 0) ||
            !set_number(t, d, "collected", i == 2 ? (int64_t)h->freed_cells : 0) || !set_number(t, d, "uncollectable", 0) ||
            !mr_list_append(t, list, mr_val(d)))
            return MR_ERROR;
    }
    return list;
}

static MrValue gc_set_debug(MrThread *t, MrValue *a)
{
    int64_t flags;
    if (!mr_to_i64(t, a[0], &flags))
        return MR_ERROR;
    settings(t)[DEBUG_FLAGS] = mr_small_int((int32_t)flags);
    return MR_NONE;
}

static MrValue gc_get_debug(MrThread *t, MrValue *a)
{
    (void)a;
    return settings(t)[DEBUG_FLAGS];
}

/* ---- questions about objects ---- */

static MrValue gc_is_tracked(MrThread *t, MrValue *a) { return mr_bool(mr_is_obj(a[0]) && is_container(t->iso, mr_obj_of(a[0]))); }

static MrValue gc_is_finalized(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(mr_is_obj(a[0]) && mr_obj_of(a[0])->flags & MR_OBJ_FINALIZED);
}

/* Freezing only counts: nothing is copied by reference counts after a fork here. */
static MrValue gc_freeze(MrThread *t, MrValue *a)
{
    (void)a;
    Walk w = {.gc = {.iso = t->iso}};
    mr_heap_each(t->iso, visit_object, &w);
    if (w.given_up && !mr_limits_check(t, 0))
        return MR_ERROR;
    settings(t)[FROZEN] = mr_small_int((int64_t)w.n);
    return MR_NONE;
}

static MrValue gc_unfreeze(MrThread *t, MrValue *a)
{
    (void)a;
    settings(t)[FROZEN] = mr_small_int(0);
    return MR_NONE;
}

static MrValue gc_get_freeze_count(MrThread *t, MrValue *a)
{
    (void)a;
    return settings(t)[FROZEN];
}

/* ---- the module ---- */

static bool init(MrThread *t, MrModule *m)
{
    static const struct { const char *name; int value; } constants[] = {
        {"DEBUG_STATS", 1}, {"DEBUG_COLLECTABLE", 2}, {"DEBUG_UNCOLLECTABLE", 4}, {"DEBUG_SAVEALL", 32}, {"DEBUG_LEAK", 38}};
    MrValue callbacks = mr_list_new(t, 0), garbage = mr_list_new(t, 0);
    if (callbacks == MR_ERROR || !mr_module_add(t, m, "garbage", garbage) || !mr_module_add(t, m, "callbacks", callbacks))
        return false;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!mr_module_add(t, m, constants[i].name, mr_small_int(constants[i].value)))
            return false;
    MrValue start[N_SETTINGS] = {[ENABLED] = MR_TRUE, [THRESHOLD0] = mr_small_int(700), [THRESHOLD1] = mr_small_int(10),
                                 [THRESHOLD2] = mr_small_int(10), [DEBUG_FLAGS] = mr_small_int(0), [CALLBACKS] = callbacks,
                                 [FROZEN] = mr_small_int(0)};
    MrValue list = mr_list_from(t, start, N_SETTINGS);
    t->iso->hooks[HOOK_GC] = list == MR_ERROR ? MR_UNBOUND : list;
    return list != MR_ERROR;
}

static const MrMethodDef functions[] = {
    {"enable()", gc_enable, "Let collections start by themselves again.", 0},
    {"disable()", gc_disable, "Let collections start only by collect().", 0},
    {"isenabled()", gc_isenabled, "Whether collections start by themselves.", 0},
    {"collect(generation=2)", gc_collect,
     "Free what can no longer be reached and tell how many objects that was. generation is 0, 1 or 2; 2, all of them, by default.", 0},
    {"get_count()", gc_get_count, "How far each generation is from its next collection, as three counts.", 0},
    {"get_threshold()", gc_get_threshold, "What set_threshold() set, as three numbers.", 0},
    {"set_threshold(threshold0, threshold1=10, threshold2=10, /)", gc_set_threshold,
     "Say how many new containers start a collection of each generation; 0 as the first switches collections off.", MR_METHOD_PARSED},
    {"get_objects(generation=None)", gc_get_objects, "The containers that exist, as a list; those of one generation if it is given.", 0},
    {"get_referrers(*objs)", gc_get_referrers, "The containers that hold one of objs themselves.", 0},
    {"get_referents(*objs)", gc_get_referents, "What objs hold themselves.", 0},
    {"get_stats()", gc_get_stats, "For each generation, a dict of how many collections ran and what they freed.", 0},
    {"set_debug(flags, /)", gc_set_debug, "Set flags such as DEBUG_STATS that make the collector talk.", 0},
    {"get_debug()", gc_get_debug, "The flags that set_debug() set.", 0},
    {"is_tracked(obj, /)", gc_is_tracked, "Whether the object is a container, which can be part of a cycle.", 0},
    {"is_finalized(obj, /)", gc_is_finalized, "Whether the object's __del__() has run.", 0},
    {"freeze()", gc_freeze, "Leave all containers that exist now out of collections.", 0},
    {"unfreeze()", gc_unfreeze, "Take up again what freeze() left out.", 0},
    {"get_freeze_count()", gc_get_freeze_count, "How many objects freeze() left out.", 0},
    {0},
};

const MrModuleDef mr_module_gc = {.name = "gc", .functions = functions, .init = init, .doc =
     "The collector of objects that can no longer be reached: run it, tune it, ask it."};
