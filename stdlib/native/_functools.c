/* _functools: reduce, partial, cmp_to_key and the cache behind functools.lru_cache. */
#include "vm/call.h"
#include "vm/type.h"
#include "vm/types/dict.h"
#include "vm/types/sequence.h"

/* ---- reduce ---- */

static MrValue functools_reduce(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter(t, a[1]), result = a[2];
    if (it == MR_ERROR)
        return mr_clear_if(t, MR_EXC_TypeError) ? mr_raise(t, MR_EXC_TypeError, "reduce() arg 2 must support iteration") : MR_ERROR;
    for (;;) {
        MrValue v = mr_next(t, it);
        if (v == MR_ERROR)
            return v;
        if (v == MR_UNBOUND)
            return result != MR_UNBOUND ? result : mr_raise(t, MR_EXC_TypeError, "reduce() of empty iterable with no initial value");
        result = result == MR_UNBOUND ? v : mr_call2(t, a[0], result, v);
        if (result == MR_ERROR)
            return result;
    }
}

/* ---- partial ---- */

typedef struct Partial {
    MrObj h;
    MrValue function;
    MrTuple *args;
    MrDict *keywords;
} Partial;

#define PARTIAL(v) ((Partial *)mr_obj_of(v))

static MrValue concat(MrThread *t, MrTuple *x, MrTuple *y)
{
    if (!y->length)
        return mr_val(x);
    MrValue out = mr_tuple_new(t, x->length + y->length);
    if (out == MR_ERROR)
        return out;
    memcpy(MR_TUPLE(out)->items, x->items, x->length * sizeof(MrValue));
    memcpy(MR_TUPLE(out)->items + x->length, y->items, y->length * sizeof(MrValue));
    return out;
}

static const MrTypeDef partial_type;

static MrValue partial_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (args->length < 1)
        return mr_raise(t, MR_EXC_TypeError, "type 'partial' takes at least one argument");
    MrValue f = args->items[0], rest = mr_tuple_from(t, args->items + 1, args->length - 1);
    MrDict *keywords = NULL;
    if (!mr_callable(t, f))
        return mr_raise(t, MR_EXC_TypeError, "the first argument must be callable");
    if (rest == MR_ERROR)
        return rest;
    MrType *type = mr_typeof(t, f);
    if (type->def == &partial_type && !(type->flags & MR_TYPE_HEAP) && mr_obj_of(f)->shape == type->root->id) { /* partial of a partial: one */
        rest = concat(t, PARTIAL(f)->args, MR_TUPLE(rest));
        keywords = mr_dict_copy(t, PARTIAL(f)->keywords);
        f = PARTIAL(f)->function;
        if (!keywords || rest == MR_ERROR)
            return MR_ERROR;
    }
    if (!keywords && !(keywords = mr_dict_new(t)))
        return MR_ERROR;
    if (a[2] != MR_UNBOUND && !mr_dict_update(t, keywords, a[2]))
        return MR_ERROR;
    Partial *p = mr_alloc_instance(t, sizeof *p, MR_TYPE(a[0]));
    if (!p)
        return MR_ERROR;
    p->function = f;
    p->args = MR_TUPLE(rest);
    p->keywords = keywords;
    mr_write_barrier(t, p, f);
    return mr_val(p);
}

static MrValue partial_call(MrThread *t, MrValue *a)
{
    Partial *p = PARTIAL(a[0]);
    MrValue args = p->args->length ? concat(t, p->args, MR_TUPLE(a[1])) : a[1], keywords = a[2];
    if (args == MR_ERROR)
        return args;
    if (p->keywords->length) {
        MrDict *d = mr_dict_copy(t, p->keywords);
        if (!d || (keywords != MR_UNBOUND && !mr_dict_update(t, d, keywords)))
            return MR_ERROR;
        keywords = mr_val(d);
    }
    if (keywords == MR_UNBOUND)
        return mr_call(t, p->function, MR_TUPLE(args)->length, MR_TUPLE(args)->items);
    return mr_call_kw(t, p->function, args, keywords);
}

static MrValue partial_repr(MrThread *t, MrValue *a)
{
    Partial *p = PARTIAL(a[0]);
    MrBuf b = MR_BUF_EMPTY;
    MrValue name = mr_type_qualified_name(t, mr_typeof(t, a[0])), key, value;
    int entered = name == MR_ERROR ? -1 : mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "...");
    mr_buf_printf(&b, "%s(", mr_cstr(name));
    bool ok = mr_repr_to(t, &b, p->function);
    for (size_t i = 0; ok && i < p->args->length; i++) {
        mr_buf_puts(&b, ", ");
        ok = mr_repr_to(t, &b, p->args->items[i]);
    }
    for (size_t pos = 0; ok && mr_dict_next(p->keywords, &pos, &key, &value);) {
        mr_buf_puts(&b, ", ");
        ok = mr_str_to(t, &b, key);
        mr_buf_putc(&b, '=');
        ok = ok && mr_repr_to(t, &b, value);
    }
    mr_repr_leave(t, a[0]);
    mr_buf_putc(&b, ')');
    if (ok)
        return mr_str_buf(t, &b);
    mr_buf_fini(&b);
    return MR_ERROR;
}

static MrValue partial_reduce(MrThread *t, MrValue *a)
{
    Partial *p = PARTIAL(a[0]);
    MrDict *d = mr_instance_dict(t, a[0]);
    if (!d && mr_pending(t))
        return MR_ERROR;
    MrValue state[4] = {p->function, mr_val(p->args), mr_val(p->keywords), d && d->length ? mr_val(d) : MR_NONE};
    MrValue triple[3] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, state, 1), mr_tuple_from(t, state, 4)};
    return triple[1] == MR_ERROR || triple[2] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, triple, 3);
}

static MrValue partial_setstate(MrThread *t, MrValue *a)
{
    Partial *p = PARTIAL(a[0]);
    MrValue *s = mr_is_tuple(a[1]) && MR_TUPLE(a[1])->length == 4 ? MR_TUPLE(a[1])->items : NULL;
    if (!s || !mr_callable(t, s[0]) || !mr_is_tuple(s[1]) || !(mr_is_dict(s[2]) || s[2] == MR_NONE))
        return mr_raise(t, MR_EXC_TypeError, "invalid partial state");
    MrValue args = mr_tuple_from(t, MR_TUPLE(s[1])->items, MR_TUPLE(s[1])->length);
    MrDict *keywords = s[2] == MR_NONE ? mr_dict_new(t) : mr_dict_copy(t, MR_DICT(s[2])), *own = s[3] == MR_NONE ? NULL : mr_instance_dict(t, a[0]);
    if (args == MR_ERROR || !keywords || (own && !mr_dict_update(t, own, s[3])))
        return MR_ERROR;
    p->function = s[0];
    p->args = MR_TUPLE(args);
    p->keywords = keywords;
    return MR_NONE;
}

#define FIELD(name, value)                                         \
    static MrValue partial_get_##name(MrThread *t, MrValue self)   \
    {                                                              \
        (void)t;                                                   \
        return value;                                              \
    }
FIELD(func, PARTIAL(self)->function)
FIELD(args, mr_val(PARTIAL(self)->args))
FIELD(keywords, mr_val(PARTIAL(self)->keywords))
#undef FIELD

static void partial_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((Partial *)o)->function);
    mr_mark_obj(gc, ((Partial *)o)->args);
    mr_mark_obj(gc, ((Partial *)o)->keywords);
}

static const MrMethodDef partial_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", partial_new, NULL, MR_METHOD_STATIC},
    {"__call__(self, /, *args, **kwargs)", partial_call, "Call self as a function.", 0},
    {"__repr__(self, /)", partial_repr, "Return repr(self).", 0},
    {"__reduce__(self, /)", partial_reduce, NULL, 0},
    {"__setstate__(self, state, /)", partial_setstate, NULL, 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem, "See PEP 585", MR_METHOD_CLASS},
    {0},
};

static const MrGetSetDef partial_getset[] = {
    {"func", partial_get_func, NULL, "function object to use in future partial calls"},
    {"args", partial_get_args, NULL, "tuple of arguments to future partial calls"},
    {"keywords", partial_get_keywords, NULL, "dictionary of keyword arguments to future partial calls"},
    {0},
};

static const MrTypeDef partial_type = {
    .name = "functools.partial", .kind = MR_KIND_OTHER, .size = sizeof(Partial), .flags = MR_TYPEDEF_DICT, .methods = partial_methods,
    .getset = partial_getset, .trace = partial_trace,
    .doc = "partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n",
};

/* ---- cmp_to_key ---- */

typedef struct Key { MrObj h; MrValue cmp, object; } Key;
#define KEY(v) ((Key *)mr_obj_of(v))

static const MrTypeDef key_type;

static MrValue key_new(MrThread *t, MrValue cmp, MrValue object)
{
    MrType *type = mr_type_from_def(t, &key_type);
    Key *k = type ? mr_alloc_instance(t, sizeof *k, type) : NULL;
    if (!k)
        return MR_ERROR;
    k->cmp = cmp;
    k->object = object;
    return mr_val(k);
}

static MrValue functools_cmp_to_key(MrThread *t, MrValue *a) { return key_new(t, a[0], MR_UNBOUND); }
static MrValue key_call(MrThread *t, MrValue *a) { return key_new(t, KEY(a[0])->cmp, a[1]); }

static MrValue key_compare(MrThread *t, MrValue *a, MrCompare op)
{
    if (!mr_is_kind(a[1], MR_KIND_OTHER) || mr_typeof(t, a[1])->def != &key_type)
        return mr_raise(t, MR_EXC_TypeError, "other argument must be K instance");
    if (KEY(a[0])->object == MR_UNBOUND || KEY(a[1])->object == MR_UNBOUND)
        return mr_raise(t, MR_EXC_AttributeError, "object");
    MrValue r = mr_call2(t, KEY(a[0])->cmp, KEY(a[0])->object, KEY(a[1])->object);
    return r == MR_ERROR ? r : mr_compare(t, op, r, mr_small_int(0));
}

#define KEY_COMPARE(name, op) static MrValue key_##name(MrThread *t, MrValue *a) { return key_compare(t, a, MR_CMP_##op); }
KEY_COMPARE(lt, LT)
KEY_COMPARE(le, LE)
KEY_COMPARE(eq, EQ)
KEY_COMPARE(ne, NE)
KEY_COMPARE(gt, GT)
KEY_COMPARE(ge, GE)
#undef KEY_COMPARE

static MrValue key_get_obj(MrThread *t, MrValue self) { return KEY(self)->object != MR_UNBOUND ? KEY(self)->object : mr_raise(t, MR_EXC_AttributeError, "obj"); }

static void key_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((Key *)o)->cmp);
    mr_mark(gc, ((Key *)o)->object);
}

static const MrMethodDef key_methods[] = {
    {"__call__(self, obj)", key_call, "Call self as a function.", 0},
    {"__lt__(self, other, /)", key_lt, NULL, 0},
    {"__le__(self, other, /)", key_le, NULL, 0},
    {"__eq__(self, other, /)", key_eq, NULL, 0},
    {"__ne__(self, other, /)", key_ne, NULL, 0},
    {"__gt__(self, other, /)", key_gt, NULL, 0},
    {"__ge__(self, other, /)", key_ge, NULL, 0},
    {0},
};
static const MrGetSetDef key_getset[] = {{"obj", key_get_obj, NULL, "Value wrapped by a key function."}, {0}};
static const MrTypeDef key_type = {
    .name = "functools.KeyWrapper", .kind = MR_KIND_OTHER, .size = sizeof(Key), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL | MR_TYPEDEF_ABSTRACT_HASH,
    .methods = key_methods, .getset = key_getset, .trace = key_trace,
};

/* ---- the cache ---- */

/* Results of a bounded cache, in a ring by use: node 0 is its head, next the least recently used. */
typedef struct Node {
    MrValue key, value;
    uint64_t hash;
    uint32_t prev, next;
} Node;

typedef struct Cache {
    MrObj h;
    MrValue function, info_type;
    MrDict *results;          /* key: result, or (bounded) node number */
    Node *nodes;              /* buffer */
    uint32_t n_nodes, capacity;
    int64_t maxsize;          /* -1: unbounded */
    int64_t hits, misses;
    bool typed;
} Cache;

#define CACHE(v) ((Cache *)mr_obj_of(v))

static MrValue cache_new(MrThread *t, MrValue *a)
{
    int64_t maxsize = -1;
    int typed = mr_truth(t, a[3]);
    if (!mr_callable(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "the first argument must be callable");
    if (a[2] != MR_NONE && !mr_is_integer(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "maxsize should be integer or None");
    if (typed < 0 || (a[2] != MR_NONE && !mr_to_ssize(t, a[2], &maxsize)))
        return MR_ERROR;
    Cache *c = mr_alloc_instance(t, sizeof *c, MR_TYPE(a[0]));
    MrDict *d = c ? mr_dict_new(t) : NULL;
    if (!d)
        return MR_ERROR;
    c->function = a[1];
    c->info_type = a[4];
    c->results = d;
    c->maxsize = a[2] == MR_NONE ? -1 : maxsize < 0 ? 0 : maxsize;
    c->typed = typed;
    return mr_val(c);
}

/* The arguments as one hashable value: a lone str or int itself, otherwise a tuple of them, a mark and the keywords, and the types. */
static MrValue make_key(MrThread *t, Cache *c, MrTuple *args, MrValue keywords)
{
    size_t n = args->length, k = keywords == MR_UNBOUND ? 0 : MR_DICT(keywords)->length, at = n;
    if (!k && !c->typed) {
        if (n == 1 && (mr_is_int(args->items[0]) || mr_is_exact(args->items[0], MR_TYPE_str)))
            return args->items[0];
        return mr_val(args);
    }
    MrValue out = mr_tuple_new(t, n + (k ? 1 + 2 * k : 0) + (c->typed ? n + k : 0)), key, value;
    if (out == MR_ERROR)
        return out;
    MrValue *items = MR_TUPLE(out)->items;
    memcpy(items, args->items, n * sizeof *items);
    if (k) {
        items[at++] = mr_val(mr_typeof(t, mr_val(c)));
        for (size_t pos = 0; mr_dict_next(MR_DICT(keywords), &pos, &key, &value);) {
            items[at++] = key;
            items[at++] = value;
        }
    }
    if (c->typed) {
        for (size_t i = 0; i < n; i++)
            items[at++] = mr_val(mr_typeof(t, args->items[i]));
        for (size_t pos = 0; k && mr_dict_next(MR_DICT(keywords), &pos, &key, &value);)
            items[at++] = mr_val(mr_typeof(t, value));
    }
    return out;
}

static void unlink_node(Cache *c, uint32_t i)
{
    c->nodes[c->nodes[i].prev].next = c->nodes[i].next;
    c->nodes[c->nodes[i].next].prev = c->nodes[i].prev;
}

/* Makes node i the most recently used. */
static void link_last(Cache *c, uint32_t i)
{
    uint32_t last = c->nodes[0].prev;
    c->nodes[i].prev = last;
    c->nodes[i].next = 0;
    c->nodes[last].next = c->nodes[0].prev = i;
}

/* A node to fill: a fresh one, or the least recently used, which leaves the dict. 0: error. */
static uint32_t take_node(MrThread *t, Cache *c)
{
    if ((int64_t)c->n_nodes - 1 >= c->maxsize && c->n_nodes > 1) {
        uint32_t oldest = c->nodes[0].next;
        int64_t entry = mr_dict_find(t, c->results, c->nodes[oldest].key, c->nodes[oldest].hash);
        if (entry == MR_DICT_ERROR)
            return 0;
        if (!c->nodes || c->nodes[0].next != oldest) /* script in __eq__ used the cache */
            return take_node(t, c);
        if (entry >= 0)
            mr_dict_remove_at(c->results, (uint32_t)entry);
        unlink_node(c, oldest);
        return oldest;
    }
    if (c->n_nodes == c->capacity || !c->nodes) {
        uint32_t capacity = c->capacity ? c->capacity * 2 : 16;
        Node *nodes = mr_buffer_resize(t, c->nodes, capacity * sizeof *nodes);
        if (!nodes)
            return 0;
        c->nodes = nodes;
        c->capacity = capacity;
        if (!c->n_nodes)
            c->n_nodes = 1; /* the head, linked to itself by being zero */
    }
    return c->n_nodes++;
}

static MrValue call_bounded(MrThread *t, Cache *c, MrValue args, MrValue keywords, MrValue key, uint64_t hash)
{
    int64_t entry = mr_dict_find(t, c->results, key, hash);
    if (entry == MR_DICT_ERROR)
        return MR_ERROR;
    if (entry >= 0) {
        uint32_t i = (uint32_t)mr_int_of(c->results->entries[entry].value);
        c->hits++;
        if (c->nodes[0].prev != i) {
            unlink_node(c, i);
            link_last(c, i);
        }
        return c->nodes[i].value;
    }
    c->misses++;
    MrValue result = mr_call_kw(t, c->function, args, keywords);
    if (result == MR_ERROR)
        return result;
    entry = mr_dict_find(t, c->results, key, hash); /* the function may have filled it meanwhile */
    if (entry != MR_DICT_ABSENT)
        return entry == MR_DICT_ERROR ? MR_ERROR : result;
    uint32_t i = take_node(t, c);
    if (!i)
        return MR_ERROR;
    c->nodes[i].key = key;
    c->nodes[i].value = result;
    c->nodes[i].hash = hash;
    link_last(c, i);
    return mr_dict_set_hashed(t, c->results, key, hash, mr_small_int(i)) ? result : MR_ERROR;
}

static MrValue cache_call(MrThread *t, MrValue *a)
{
    Cache *c = CACHE(a[0]);
    MrValue keywords = a[2] != MR_UNBOUND && !MR_DICT(a[2])->length ? MR_UNBOUND : a[2];
    if (c->maxsize == 0) {
        c->misses++;
        return mr_call_kw(t, c->function, a[1], keywords);
    }
    MrValue key = make_key(t, c, MR_TUPLE(a[1]), keywords);
    uint64_t hash;
    if (key == MR_ERROR || !mr_key_hash(t, key, &hash))
        return MR_ERROR;
    if (c->maxsize > 0)
        return call_bounded(t, c, a[1], keywords, key, hash);
    int64_t entry = mr_dict_find(t, c->results, key, hash);
    if (entry == MR_DICT_ERROR)
        return MR_ERROR;
    if (entry >= 0) {
        c->hits++;
        return c->results->entries[entry].value;
    }
    c->misses++;
    MrValue result = mr_call_kw(t, c->function, a[1], keywords);
    return result == MR_ERROR || !mr_dict_set_hashed(t, c->results, key, hash, result) ? MR_ERROR : result;
}

static MrValue cache_info(MrThread *t, MrValue *a)
{
    Cache *c = CACHE(a[0]);
    MrValue v[4] = {mr_int(t, c->hits), mr_int(t, c->misses), c->maxsize < 0 ? MR_NONE : mr_int(t, c->maxsize), mr_small_int(c->results->length)};
    return mr_call(t, c->info_type, 4, v);
}

static MrValue cache_clear(MrThread *t, MrValue *a)
{
    Cache *c = CACHE(a[0]);
    (void)t;
    mr_dict_clear(c->results);
    c->hits = c->misses = 0;
    c->nodes = NULL;
    c->n_nodes = c->capacity = 0;
    return MR_NONE;
}

static MrValue cache_get(MrThread *t, MrValue *a)
{
    if (a[1] == MR_NONE)
        return a[0];
    MrMethod *m = mr_alloc(t, sizeof *m, MR_KIND_METHOD, MR_TYPE_method);
    if (!m)
        return MR_ERROR;
    m->function = a[0];
    m->self = a[1];
    return mr_val(m);
}

static MrValue return_self(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

static MrValue cache_reduce(MrThread *t, MrValue *a) { return mr_getattr(t, a[0], mr_n(t, __qualname__)); }

static void cache_trace(MrGc *gc, MrObj *o)
{
    Cache *c = (Cache *)o;
    mr_mark(gc, c->function);
    mr_mark(gc, c->info_type);
    mr_mark_obj(gc, c->results);
    mr_mark_buffer(gc, c->nodes);
    for (uint32_t i = 1; i < c->n_nodes; i++) {
        mr_mark(gc, c->nodes[i].key);
        mr_mark(gc, c->nodes[i].value);
    }
}

static const MrMethodDef cache_methods[] = {
    {"__new__(cls, user_function, maxsize, typed, cache_info_type)", cache_new, NULL, MR_METHOD_STATIC},
    {"__call__(self, /, *args, **kwargs)", cache_call, "Call self as a function.", 0},
    {"__get__(self, instance, owner=None, /)", cache_get, "Return an attribute of instance, which is of type owner.", 0},
    {"__copy__(self, /)", return_self, NULL, 0},
    {"__deepcopy__(self, memo, /)", return_self, NULL, 0},
    {"__reduce__(self, /)", cache_reduce, NULL, 0},
    {"cache_info(self, /)", cache_info, "Report cache statistics", 0},
    {"cache_clear(self, /)", cache_clear, "Clear the cache and cache statistics", 0},
    {0},
};

static const MrTypeDef cache_type = {
    .name = "functools._lru_cache_wrapper", .kind = MR_KIND_OTHER, .size = sizeof(Cache), .flags = MR_TYPEDEF_DICT, .methods = cache_methods,
    .trace = cache_trace,
    .doc = "Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n"
           "          None      for unlimited cache size\n          n         for a bounded cache\n",
};

static const MrMethodDef functions[] = {
    {"reduce(function, iterable, initial=None, /)", functools_reduce,
     "Apply a function of two arguments cumulatively to the items of a sequence or iterable, from left\nto right, so as to reduce it to a single value.", 0},
    {"cmp_to_key(mycmp)", functools_cmp_to_key, "Convert a cmp= function into a key= function.", 0},
    {0},
};

static const MrTypeDef *const types[] = {&partial_type, &cache_type, NULL};

const MrModuleDef mr_module__functools = {
    .name = "_functools", .functions = functions, .types = types, .doc = "Tools that operate on functions.",
};
