/* gc: the collector's controls. There is one generation; counts and thresholds are in CPython's shape but mean little here. */
#include "vm/isolate.h"

static MrValue gc_enable(MrThread *t, MrValue *a)
{
    (void)a;
    t->iso->heap.disabled = false;
    return MR_NONE;
}

static MrValue gc_disable(MrThread *t, MrValue *a)
{
    (void)a;
    t->iso->heap.disabled = true;
    return MR_NONE;
}

static MrValue gc_isenabled(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_bool(!t->iso->heap.disabled);
}

static MrValue gc_collect(MrThread *t, MrValue *a)
{
    int64_t generation = 2;
    if (a[0] != MR_UNBOUND && !mr_to_i64(t, a[0], &generation))
        return MR_ERROR;
    if (generation < 0 || generation > 2)
        return mr_raise(t, MR_EXC_ValueError, "invalid generation");
    return mr_collect(t);
}

static MrValue return_none(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return MR_NONE;
}

static MrValue return_zero(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return mr_small_int(0);
}

static MrValue three(MrThread *t, int64_t x, int64_t y, int64_t z)
{
    MrValue v[3] = {mr_small_int(x), mr_small_int(y), mr_small_int(z)};
    return mr_tuple_from(t, v, 3);
}

static MrValue gc_get_threshold(MrThread *t, MrValue *a)
{
    (void)a;
    return three(t, 700, 10, 10);
}

static MrValue gc_get_count(MrThread *t, MrValue *a)
{
    (void)a;
    return three(t, 0, 0, 0);
}

static MrValue gc_get_stats(MrThread *t, MrValue *a)
{
    MrValue list = mr_list_new(t, 3);
    (void)a;
    for (int i = 0; list != MR_ERROR && i < 3; i++) {
        MrDict *d = mr_dict_new(t);
        bool last = i == 2;
        if (!d || !mr_dict_set_c(t, d, "collections", mr_small_int(last ? (int64_t)t->iso->heap.collections : 0)) ||
            !mr_dict_set_c(t, d, "collected", mr_small_int(last ? (int64_t)t->iso->heap.freed_cells : 0)) ||
            !mr_dict_set_c(t, d, "uncollectable", mr_small_int(0)) || !mr_list_append(t, list, mr_val(d)))
            return MR_ERROR;
    }
    return list;
}

/* Objects that can refer to others. */
static bool is_container(const MrObj *o)
{
    switch (o->kind) {
    case MR_KIND_FREE: case MR_KIND_BUFFER: case MR_KIND_SHAPE: case MR_KIND_INT: case MR_KIND_FLOAT: case MR_KIND_COMPLEX: case MR_KIND_STR:
    case MR_KIND_BYTES: case MR_KIND_BYTEARRAY: case MR_KIND_RANGE: case MR_KIND_RANGE_ITER: return false;
    default: return true;
    }
}

static MrValue gc_is_tracked(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(mr_is_obj(a[0]) && is_container(mr_obj_of(a[0])));
}

static MrValue gc_is_finalized(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(mr_is_obj(a[0]) && mr_obj_of(a[0])->flags & MR_OBJ_FINALIZED);
}

typedef struct Gathering { MrValue *items; size_t n, capacity; } Gathering;

static void gather(MrObj *o, void *data)
{
    Gathering *g = data;
    if (g->n < g->capacity && is_container(o) && o->kind != MR_KIND_NONE)
        g->items[g->n++] = mr_val(o);
}

static void count_one(MrObj *o, void *data) { *(size_t *)data += is_container(o); }

static MrValue gc_get_objects(MrThread *t, MrValue *a)
{
    size_t count = 0;
    (void)a;
    mr_heap_each(t->iso, count_one, &count);
    Gathering g = {mr_buffer_new(t, (count + 1) * sizeof(MrValue)), 0, count};
    if (!g.items)
        return MR_ERROR;
    mr_heap_each(t->iso, gather, &g);
    return mr_list_from(t, g.items, g.n);
}

/* What an object refers to, for the common containers. */
static bool add_referents(MrThread *t, MrValue list, MrValue v)
{
    MrValue *items, key, value;
    size_t n, pos = 0;
    if (mr_sequence_items(v, &items, &n)) {
        for (size_t i = 0; mr_sequence_items(v, &items, &n) && i < n; i++)
            if (!mr_list_append(t, list, items[i]))
                return false;
        return true;
    }
    if (mr_is_dict(v)) {
        while (mr_dict_next(MR_DICT(v), &pos, &key, &value))
            if (!mr_list_append(t, list, key) || !mr_list_append(t, list, value))
                return false;
        return true;
    }
    if (mr_is_set(v))
        return mr_list_extend(t, list, v);
    MrDict *d = mr_is_obj(v) ? mr_instance_dict(t, v) : NULL;
    if (!d)
        return !mr_pending(t);
    return mr_list_append(t, list, mr_val(d)) && mr_list_append(t, list, mr_val(mr_typeof(t, v)));
}

static MrValue gc_get_referents(MrThread *t, MrValue *a)
{
    MrValue list = mr_list_new(t, 8);
    for (size_t i = 0; list != MR_ERROR && i < MR_TUPLE(a[0])->length; i++)
        if (!add_referents(t, list, MR_TUPLE(a[0])->items[i]))
            return MR_ERROR;
    return list;
}

static MrValue gc_get_referrers(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_list_new(t, 0);
}

static const MrMethodDef functions[] = {
    {"enable()", gc_enable, "Enable automatic garbage collection.", 0},
    {"disable()", gc_disable, "Disable automatic garbage collection.", 0},
    {"isenabled()", gc_isenabled, "Returns true if automatic garbage collection is enabled.", 0},
    {"collect(generation=2)", gc_collect, "Run the garbage collector. The number of memory cells freed is returned.", 0},
    {"get_threshold()", gc_get_threshold, "Return the current collection thresholds.", 0},
    {"set_threshold(threshold0, threshold1=10, threshold2=10, /)", return_none, "Has no effect: collections follow the heap's growth.", 0},
    {"get_count()", gc_get_count, "Return a three-tuple of the current collection counts.", 0},
    {"get_stats()", gc_get_stats, "Return a list of dictionaries containing per-generation statistics.", 0},
    {"get_debug()", return_zero, "Get the garbage collection debugging flags.", 0},
    {"set_debug(flags, /)", return_none, "Has no effect.", 0},
    {"freeze()", return_none, "Has no effect.", 0},
    {"unfreeze()", return_none, "Has no effect.", 0},
    {"get_freeze_count()", return_zero, "Return the number of objects in the permanent generation.", 0},
    {"get_objects(generation=None)", gc_get_objects, "Return a list of the objects that can refer to others.", 0},
    {"get_referents(*objs)", gc_get_referents, "Return the list of objects that are directly referred to by objs.", 0},
    {"get_referrers(*objs)", gc_get_referrers, "Nothing keeps referrers here: an empty list.", 0},
    {"is_tracked(obj, /)", gc_is_tracked, "Returns true if the object can refer to others.", 0},
    {"is_finalized(obj, /)", gc_is_finalized, "Returns true if the object has been already finalized by the GC.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    static const struct { const char *name; int value; } flags[] = {
        {"DEBUG_STATS", 1}, {"DEBUG_COLLECTABLE", 2}, {"DEBUG_UNCOLLECTABLE", 4}, {"DEBUG_SAVEALL", 32}, {"DEBUG_LEAK", 38}};
    MrValue garbage = mr_list_new(t, 0), callbacks = mr_list_new(t, 0);
    if (garbage == MR_ERROR || callbacks == MR_ERROR || !mr_module_add(t, m, "garbage", garbage) || !mr_module_add(t, m, "callbacks", callbacks))
        return false;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (!mr_module_add(t, m, flags[i].name, mr_small_int(flags[i].value)))
            return false;
    return true;
}

const MrModuleDef mr_module_gc = {
    .name = "gc", .functions = functions, .init = init, .doc = "This module provides access to the garbage collector for reference cycles.",
};
