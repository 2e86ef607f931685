/* _lru_cache_wrapper: the callable behind functools.lru_cache and functools.cache.
 *
 * Results lie in a dict by key. A bounded cache keeps them as links of a ring besides, from the longest unused one (behind the root) to the
 * one used last (before it). Invariant: whenever script may run, the links in the ring and the links in the dict are the same, except for
 * those of calls that are on their way; each step after a call of script looks at the dict anew, since the function, a hash or an
 * equality may have used the same cache. The named tuple of cache_info() is made by the function that the Python half passes.
 */
#include "stdlib/native/_functools.h"
#include "vm/attr.h"
#include "vm/call.h"

typedef struct MrLink {
    MrObj h;
    struct MrLink *prev, *next;
    MrValue key, result;
} MrLink;

typedef struct MrLruCache {
    MrObj h;
    MrValue function, make_info;
    MrDict *results;     /* bounded: of links; otherwise of results */
    MrLink *root;        /* NULL unless bounded */
    MrValue kwd_mark;    /* stands between positional and keyword arguments in a key */
    uint64_t hits, misses;
    int64_t maxsize;     /* -1: without bound */
    uint32_t link_shape;
    bool typed;
} MrLruCache;
#define LRU(v) ((MrLruCache *)mr_obj_of(v))

static void link_trace(MrGc *gc, MrObj *o)
{
    MrLink *l = (MrLink *)o;
    mr_mark_obj(gc, l->prev);
    mr_mark_obj(gc, l->next);
    mr_mark(gc, l->key);
    mr_mark(gc, l->result);
}

static const MrTypeDef link_def = {
    .name = "functools._lru_list_elem",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrLink),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .trace = link_trace,
    .module = "functools"};

/* ---- the ring ---- */

static void unlink_link(MrLink *l)
{
    l->prev->next = l->next;
    l->next->prev = l->prev;
}

static void append_link(MrLink *root, MrLink *l)
{
    l->prev = root->prev;
    l->next = root;
    root->prev->next = l;
    root->prev = l;
}

static MrLink *new_link(MrThread *t, MrLruCache *c)
{
    return mr_alloc(t, sizeof(MrLink), MR_KIND_OTHER, (MrTypeId)c->link_shape);
}

/* ---- keys ---- */

/* The key of a call: a lone int or str itself, otherwise a tuple of the arguments, a mark and the keywords, and with `typed` the types. */
static MrValue make_key(MrThread *t, MrLruCache *c, MrTuple *args, MrValue kwargs)
{
    size_t n_kw = kwargs == MR_UNBOUND ? 0 : MR_DICT(kwargs)->length;
    if (!c->typed && !n_kw) {
        if (args->length == 1 && (mr_is_int(args->items[0]) || mr_is_exact(args->items[0], MR_TYPE_str)))
            return args->items[0];
        return mr_val(args);
    }
    size_t n = args->length + (n_kw ? 2 * n_kw + 1 : 0), at = args->length, pos = 0;
    MrValue tuple = mr_tuple_new(t, n + (c->typed ? args->length + n_kw : 0));
    if (tuple == MR_ERROR)
        return tuple;
    MrValue *out = MR_TUPLE(tuple)->items, key, value;
    if (!mr_work_copy_values(t, out, args->items, args->length))
        return MR_ERROR;
    if (n_kw)
        out[at++] = c->kwd_mark;
    while (n_kw && mr_dict_next(MR_DICT(kwargs), &pos, &key, &value)) {
        out[at++] = key;
        out[at++] = value;
    }
    if (!c->typed)
        return tuple;
    for (size_t i = 0; i < args->length; i++)
        out[at++] = mr_val(mr_typeof(t, args->items[i]));
    pos = 0;
    while (n_kw && mr_dict_next(MR_DICT(kwargs), &pos, &key, &value))
        out[at++] = mr_val(mr_typeof(t, value));
    return tuple;
}

/* ---- calls ---- */

static MrValue call_unbounded(MrThread *t, MrLruCache *c, MrValue key, MrValue args, MrValue kwargs)
{
    MrValue result = mr_dict_get(t, c->results, key);
    if (result != MR_UNBOUND) {
        c->hits += result != MR_ERROR;
        return result;
    }
    c->misses++;
    result = mr_call_kw(t, c->function, args, kwargs);
    return result == MR_ERROR || !mr_dict_set(t, c->results, key, result) ? MR_ERROR : result;
}

/* Takes the longest unused result out of a full cache; its link is free for another use. *link NULL: there was none. */
static bool evict(MrThread *t, MrLruCache *c, MrLink **link)
{
    MrLink *oldest = c->root->next;
    *link = NULL;
    if (oldest == c->root)
        return true;
    unlink_link(oldest);
    MrValue old = mr_dict_pop(t, c->results, oldest->key);
    if (old == MR_ERROR) {
        append_link(c->root, oldest);
        return false;
    }
    if (old != MR_UNBOUND)
        *link = oldest;
    return true;
}

static MrValue call_bounded(MrThread *t, MrLruCache *c, MrValue key, MrValue args, MrValue kwargs)
{
    MrValue found = mr_dict_get(t, c->results, key);
    if (found == MR_ERROR)
        return found;
    if (found != MR_UNBOUND) {
        MrLink *l = (MrLink *)mr_obj_of(found);
        if (c->root->prev != l) {
            unlink_link(l);
            append_link(c->root, l);
        }
        c->hits++;
        return l->result;
    }
    c->misses++;
    MrValue result = mr_call_kw(t, c->function, args, kwargs);
    if (result == MR_ERROR)
        return result;
    found = mr_dict_get(t, c->results, key);
    if (found != MR_UNBOUND) /* the function has called itself with the same arguments: theirs is kept */
        return found == MR_ERROR ? found : result;
    MrLink *l;
    if (c->results->length < c->maxsize) {
        if (!(l = new_link(t, c)))
            return MR_ERROR;
    } else {
        if (!evict(t, c, &l))
            return MR_ERROR;
        if (!l)
            return result;
    }
    l->key = key;
    l->result = result;
    if (!mr_dict_set(t, c->results, key, mr_val(l)))
        return MR_ERROR;
    append_link(c->root, l);
    return result;
}

static MrValue lru_call(MrThread *t, MrValue *a)
{
    MrLruCache *c = LRU(a[0]);
    if (c->maxsize == 0) {
        c->misses++;
        return mr_call_kw(t, c->function, a[1], a[2]);
    }
    MrValue key = make_key(t, c, MR_TUPLE(a[1]), a[2]);
    if (key == MR_ERROR)
        return key;
    return c->maxsize < 0 ? call_unbounded(t, c, key, a[1], a[2]) : call_bounded(t, c, key, a[1], a[2]);
}

/* ---- the type ---- */

static bool read_maxsize(MrThread *t, MrValue v, int64_t *out)
{
    *out = -1;
    if (v == MR_NONE)
        return true;
    if (!mr_is_integer(v) && mr_slot(t, mr_typeof(t, v), MR_SLOT_index) == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "maxsize should be integer or None");
        return false;
    }
    if (!mr_to_ssize(t, v, out))
        return false;
    if (*out < 0)
        *out = 0;
    return true;
}

static MrValue lru_new(MrThread *t, MrValue *a)
{
    int64_t maxsize;
    if (!mr_callable(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "the first argument must be callable");
    int typed = mr_truth(t, a[3]);
    if (typed < 0 || !read_maxsize(t, a[2], &maxsize))
        return MR_ERROR;
    MrType *links = mr_type_from_def(t, &link_def);
    MrLruCache *c = links && mr_type_ready(t, links) ? mr_alloc_instance(t, sizeof *c, MR_TYPE(a[0])) : NULL;
    if (!c)
        return MR_ERROR;
    c->function = a[1];
    c->make_info = a[4];
    c->maxsize = maxsize;
    c->typed = typed;
    c->link_shape = links->root->id;
    c->kwd_mark = mr_val(links); /* no argument of script is this type */
    if (!(c->results = mr_dict_new(t)))
        return MR_ERROR;
    if (maxsize > 0) {
        if (!(c->root = new_link(t, c)))
            return MR_ERROR;
        c->root->prev = c->root->next = c->root;
    }
    return mr_val(c);
}

static MrValue lru_get(MrThread *t, MrValue *a)
{
    if (a[1] == MR_NONE) {
        if (a[2] == MR_UNBOUND || a[2] == MR_NONE)
            return mr_raise(t, MR_EXC_TypeError, "__get__(None, None) is invalid");
        return a[0];
    }
    MrMethod *m = mr_alloc(t, sizeof *m, MR_KIND_METHOD, MR_TYPE_method);
    if (!m)
        return MR_ERROR;
    m->function = a[0];
    m->self = a[1];
    return mr_val(m);
}

static MrValue lru_cache_info(MrThread *t, MrValue *a)
{
    MrLruCache *c = LRU(a[0]);
    MrValue args[4] = {mr_int_u64(t, c->hits), mr_int_u64(t, c->misses), c->maxsize < 0 ? MR_NONE : mr_int(t, c->maxsize), mr_int_u64(t, c->results->length)};
    return mr_call(t, c->make_info, 4, args);
}

static MrValue lru_cache_clear(MrThread *t, MrValue *a)
{
    MrLruCache *c = LRU(a[0]);
    MrDict *fresh = mr_dict_new(t);
    if (!fresh)
        return MR_ERROR;
    c->results = fresh;
    c->hits = c->misses = 0;
    if (c->root)
        c->root->prev = c->root->next = c->root;
    return MR_NONE;
}

static MrValue lru_reduce(MrThread *t, MrValue *a) { return mr_getattr(t, a[0], mr_n(t, __qualname__)); }

static MrValue lru_self(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

static void lru_trace(MrGc *gc, MrObj *o)
{
    MrLruCache *c = (MrLruCache *)o;
    mr_mark(gc, c->function);
    mr_mark(gc, c->make_info);
    mr_mark_obj(gc, c->results);
    mr_mark_obj(gc, c->root);
    mr_mark(gc, c->kwd_mark);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, user_function, maxsize, typed, cache_info_type)", lru_new, "Make a new object; the class says which arguments it takes.",
     MR_METHOD_STATIC},
    {"__call__(self, /, *args, **kwargs)", lru_call, "What self(...) runs.", 0},
    {"__get__(self, instance, owner=None, /)", lru_get, "Called when the attribute is read: on instance, or on owner when instance is None.", 0},
    {"cache_info(self, /)", lru_cache_info,
     "How often results were found and computed, and how many are kept, as (hits, misses, maxsize, currsize).", 0},
    {"cache_clear(self, /)", lru_cache_clear, "Forget all results and set the counters to 0.", 0},
    {"__reduce__(self, /)", lru_reduce, "What pickle needs to make it again.", 0},
    {"__copy__(self, /)", lru_self, "Return self: it never changes.", 0},
    {"__deepcopy__(self, memo, /)", lru_self, "Return self: it never changes.", 0},
    {0}};

const MrTypeDef mr_lru_cache_def = {
    .name = "functools._lru_cache_wrapper",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrLruCache),
    .flags = MR_TYPEDEF_DICT,
    .methods = methods,
    .doc = "A function that keeps its results by their arguments: none for maxsize 0, all for None, otherwise the most recently used. With typed, 3 "
           "and 3.0 are different arguments.",
    .trace = lru_trace,
    .module = "functools"};
