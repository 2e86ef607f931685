/* _collections: defaultdict, the counting loop of Counter, the field descriptors of namedtuple. deque is in _collections_deque.c. */
#include "stdlib/native/collections.h"

#include "vm/type.h"
#include "vm/types/dict.h"
#include "vm/types/sequence.h"

/* ---- defaultdict ---- */

typedef struct MrDefaultDict {
    MrDict dict;
    MrValue factory; /* MR_NONE or MR_UNBOUND: missing keys are errors */
} MrDefaultDict;

#define DEFAULTDICT(v) ((MrDefaultDict *)mr_obj_of(v))

static const MrTypeDef defaultdict_type;

static MrValue factory_of(MrValue v) { return DEFAULTDICT(v)->factory == MR_UNBOUND ? MR_NONE : DEFAULTDICT(v)->factory; }

static MrValue defaultdict_new(MrThread *t, MrValue *a)
{
    MrDefaultDict *d = mr_def_new(t, &defaultdict_type, a[0]);
    if (!d)
        return MR_ERROR;
    d->dict.all_str = 1;
    return mr_val(d);
}

static MrValue defaultdict_init(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    MrValue factory = args->length ? args->items[0] : MR_NONE;
    if (factory != MR_NONE && !mr_callable(t, factory))
        return mr_raise(t, MR_EXC_TypeError, "first argument must be callable or None");
    size_t rest = args->length ? args->length - 1 : 0;
    MrValue shifted = mr_tuple_new(t, rest + 1);
    if (shifted == MR_ERROR)
        return MR_ERROR;
    MR_TUPLE(shifted)->items[0] = a[0];
    memcpy(MR_TUPLE(shifted)->items + 1, args->items + 1, rest * sizeof(MrValue));
    DEFAULTDICT(a[0])->factory = factory;
    mr_write_barrier(t, DEFAULTDICT(a[0]), factory);
    return mr_call_kw(t, mr_slot(t, mr_builtin_type(t, MR_TYPE_dict), MR_SLOT_init), shifted, a[2]);
}

static MrValue defaultdict_missing(MrThread *t, MrValue *a)
{
    MrValue factory = factory_of(a[0]);
    if (factory == MR_NONE)
        return mr_raise_type_value(t, MR_EXC_KeyError, a[1]);
    MrValue v = mr_call0(t, factory);
    return v != MR_ERROR && mr_setitem(t, a[0], a[1], v) ? v : MR_ERROR;
}

static MrValue factory_repr(MrThread *t, MrValue factory)
{
    int entered = factory == MR_NONE ? 1 : mr_repr_enter(t, factory);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "...");
    MrValue text = mr_repr(t, factory);
    if (factory != MR_NONE)
        mr_repr_leave(t, factory);
    return text;
}

static MrValue defaultdict_repr(MrThread *t, MrValue *a)
{
    MrValue base = mr_call1(t, mr_slot(t, mr_builtin_type(t, MR_TYPE_dict), MR_SLOT_repr), a[0]);
    MrValue factory = base == MR_ERROR ? MR_ERROR : factory_repr(t, factory_of(a[0]));
    return factory == MR_ERROR ? MR_ERROR : mr_strf(t, "%s(%s, %s)", mr_typeof(t, a[0])->name->bytes, mr_cstr(factory), mr_cstr(base));
}

/* A new object of self's class with self's factory and the entries of `from`. */
static MrValue make_like(MrThread *t, MrValue self, MrValue from) { return mr_call2(t, mr_val(mr_typeof(t, self)), factory_of(self), from); }

static MrValue defaultdict_copy(MrThread *t, MrValue *a) { return make_like(t, a[0], a[0]); }

static MrValue join(MrThread *t, MrValue self, MrValue left, MrValue right)
{
    if (!mr_is_dict(left) || !mr_is_dict(right))
        return MR_NOT_IMPLEMENTED;
    MrValue joined = make_like(t, self, left);
    if (joined == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_dict(joined))
        return mr_raise(t, MR_EXC_TypeError, "%s() must return a dict, not %s", mr_type_name(t, self), mr_type_name(t, joined));
    return mr_dict_update(t, MR_DICT(joined), right) ? joined : MR_ERROR;
}

static MrValue defaultdict_or(MrThread *t, MrValue *a) { return join(t, a[0], a[0], a[1]); }

static MrValue defaultdict_ror(MrThread *t, MrValue *a) { return join(t, a[0], a[1], a[0]); }

static MrValue defaultdict_reduce(MrThread *t, MrValue *a)
{
    MrValue factory = factory_of(a[0]), args = mr_tuple_from(t, &factory, factory == MR_NONE ? 0 : 1);
    MrValue items = mr_call_method0(t, a[0], mr_n(t, items)), it = items == MR_ERROR ? MR_ERROR : mr_iter(t, items);
    MrValue parts[5] = {mr_val(mr_typeof(t, a[0])), args, MR_NONE, MR_NONE, it};
    return args == MR_ERROR || it == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 5);
}

static MrValue get_factory(MrThread *t, MrValue self)
{
    (void)t;
    return factory_of(self);
}

static bool set_factory(MrThread *t, MrValue self, MrValue value)
{
    DEFAULTDICT(self)->factory = value;
    mr_write_barrier(t, DEFAULTDICT(self), value);
    return true;
}

static void trace_defaultdict(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrDefaultDict *)o)->factory); }

static const MrMethodDef defaultdict_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", defaultdict_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", defaultdict_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__missing__(self, key, /)", defaultdict_missing,
     "Called for a missing key: enter and return default_factory(), or raise KeyError if that is None.", 0},
    {"__repr__(self, /)", defaultdict_repr, "The text that repr(self) gives.", 0},
    {"copy(self, /)", defaultdict_copy, "A new object with the same entries, which are not copied themselves.", 0},
    {"__copy__(self, /)", defaultdict_copy, "A new object with the same entries, which are not copied themselves.", 0},
    {"__or__(self, value, /)", defaultdict_or, "What self | value gives.", 0},
    {"__ror__(self, value, /)", defaultdict_ror, "What value | self gives.", 0},
    {"__reduce__(self, /)", defaultdict_reduce, "What pickle and copy need to make such an object.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};
static const MrGetSetDef defaultdict_getset[] = {
    {"default_factory", get_factory, set_factory, "What makes the value of a missing key, or None."},
    {0},
};

static const MrTypeDef defaultdict_type = {
    .name = "collections.defaultdict",
    .base = MR_TYPE_dict,
    .kind = MR_KIND_DICT,
    .size = sizeof(MrDefaultDict),
    .flags = MR_TYPEDEF_MAPPING,
    .methods = defaultdict_methods,
    .getset = defaultdict_getset,
    .trace = trace_defaultdict,
    .doc = "A dict whose missing keys are filled in by default_factory() when d[key] asks for them. The other arguments are those of dict().",
};

/* ---- what OrderedDict needs of dict ---- */

/* Moves a key to the end or the front of the order: was it there? */
static MrValue collections_odict_move(MrThread *t, MrValue *a)
{
    MrDict *d = MR_DICT(a[0]);
    uint64_t hash;
    if (!mr_key_hash(t, a[1], &hash))
        return MR_ERROR;
    int64_t i = mr_dict_find(t, d, a[1], hash);
    if (i < 0)
        return i == MR_DICT_ABSENT ? MR_FALSE : MR_ERROR;
    return (a[2] == MR_TRUE ? mr_dict_move_to_end : mr_dict_move_to_front)(t, d, (uint32_t)i) ? MR_TRUE : MR_ERROR;
}

/* Takes out the pair at the front. */
static MrValue collections_odict_pop_first(MrThread *t, MrValue *a)
{
    MrDict *d = MR_DICT(a[0]);
    MrValue pair = mr_tuple_new(t, 2);
    if (pair == MR_ERROR)
        return pair;
    MrDictEntry *e = &d->entries[d->first];
    MR_TUPLE(pair)->items[0] = e->key;
    MR_TUPLE(pair)->items[1] = e->value;
    mr_dict_remove_at(d, d->first);
    return pair;
}

/* ---- counting ---- */

/* Do lookups and assignments of this mapping run dict's own code? */
static bool is_plain_dict(MrThread *t, MrValue mapping)
{
    if (!mr_is_dict(mapping))
        return false;
    MrType *type = mr_typeof(t, mapping), *dict = mr_builtin_type(t, MR_TYPE_dict);
    return mr_slot(t, type, MR_SLOT_setitem) == mr_slot(t, dict, MR_SLOT_setitem) &&
           mr_type_lookup(t, type, mr_n(t, get)) == mr_type_lookup(t, dict, mr_n(t, get));
}

static MrValue plus_one(MrThread *t, MrValue v) { return mr_is_int(v) ? mr_int(t, mr_int_of(v) + 1) : mr_binary(t, MR_BIN_ADD, v, mr_small_int(1)); }

static bool count_plain(MrThread *t, MrDict *d, MrValue key)
{
    uint64_t hash;
    if (!mr_key_hash(t, key, &hash))
        return false;
    int64_t i = mr_dict_find(t, d, key, hash);
    if (i == MR_DICT_ERROR)
        return false;
    if (i >= 0 && mr_is_int(d->entries[i].value)) { /* the common case: in place */
        MrValue n = mr_int(t, mr_int_of(d->entries[i].value) + 1);
        if (n == MR_ERROR)
            return false;
        d->entries[i].value = n;
        mr_write_barrier(t, d, n);
        return true;
    }
    MrValue n = i < 0 ? mr_small_int(1) : plus_one(t, d->entries[i].value);
    return n != MR_ERROR && mr_dict_set_hashed(t, d, key, hash, n);
}

static bool count_through(MrThread *t, MrValue mapping, MrValue get, MrValue key)
{
    MrValue old = mr_call2(t, get, key, mr_small_int(0)), n = old == MR_ERROR ? MR_ERROR : plus_one(t, old);
    return n != MR_ERROR && mr_setitem(t, mapping, key, n);
}

static MrValue collections_count_elements(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter(t, a[1]);
    bool plain = it != MR_ERROR && is_plain_dict(t, a[0]);
    MrValue get = it == MR_ERROR ? MR_ERROR : plain ? MR_NONE : mr_getattr(t, a[0], mr_n(t, get));
    if (get == MR_ERROR)
        return MR_ERROR;
    for (size_t n = 1;; n++) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return MR_NONE;
        if (v == MR_ERROR || !(plain ? count_plain(t, MR_DICT(a[0]), v) : count_through(t, a[0], get, v)) || (n % 10000 == 0 && !mr_poll(t)))
            return MR_ERROR;
    }
}

/* ---- fields of named tuples ---- */

typedef struct MrTupleGetter {
    MrObj h;
    MrValue doc;
    int64_t index;
} MrTupleGetter;

#define GETTER(v) ((MrTupleGetter *)mr_obj_of(v))

static const MrTypeDef tuplegetter_type;

static MrValue tuplegetter_new(MrThread *t, MrValue *a)
{
    int64_t index;
    if (!mr_to_ssize(t, a[1], &index))
        return MR_ERROR;
    MrTupleGetter *g = mr_def_new(t, &tuplegetter_type, a[0]);
    if (!g)
        return MR_ERROR;
    g->index = index;
    g->doc = a[2];
    return mr_val(g);
}

static MrValue tuplegetter_get(MrThread *t, MrValue *a)
{
    MrTupleGetter *g = GETTER(a[0]);
    if (!mr_is_tuple(a[1])) {
        if (a[1] == MR_NONE)
            return a[0];
        return mr_raise(t, MR_EXC_TypeError, "descriptor for index '%lld' for tuple subclasses doesn't apply to '%s' object", (long long)g->index,
                        mr_type_name(t, a[1]));
    }
    if (g->index < 0 || g->index >= (int64_t)MR_TUPLE(a[1])->length)
        return mr_raise_index(t, "tuple");
    return MR_TUPLE(a[1])->items[g->index];
}

static MrValue read_tuplegetter(const MrObj *o, MrValue instance)
{
    int64_t index = ((const MrTupleGetter *)o)->index;
    return mr_is_tuple(instance) && index >= 0 && index < (int64_t)MR_TUPLE(instance)->length ? MR_TUPLE(instance)->items[index] : MR_UNBOUND;
}

static MrValue tuplegetter_set(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_AttributeError, "can't set attribute");
}

static MrValue tuplegetter_delete(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_AttributeError, "can't delete attribute");
}

static MrValue tuplegetter_reduce(MrThread *t, MrValue *a)
{
    MrValue args[2] = {mr_int(t, GETTER(a[0])->index), GETTER(a[0])->doc};
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, args, 2)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue tuplegetter_repr(MrThread *t, MrValue *a)
{
    MrValue doc = mr_repr(t, GETTER(a[0])->doc);
    return doc == MR_ERROR ? MR_ERROR : mr_strf(t, "_tuplegetter(%lld, %s)", (long long)GETTER(a[0])->index, mr_cstr(doc));
}

static MrValue get_doc(MrThread *t, MrValue self)
{
    (void)t;
    return GETTER(self)->doc;
}

static bool set_doc(MrThread *t, MrValue self, MrValue value)
{
    GETTER(self)->doc = value == MR_UNBOUND ? MR_NONE : value;
    mr_write_barrier(t, GETTER(self), value);
    return true;
}

static void trace_tuplegetter(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrTupleGetter *)o)->doc); }

static const MrMethodDef tuplegetter_methods[] = {
    {"__new__(cls, index, doc, /)", tuplegetter_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__get__(self, instance, owner=None, /)", tuplegetter_get,
     "Called when the attribute is read: on instance, or on owner when instance is None.", 0},
    {"__set__(self, instance, value, /)", tuplegetter_set, "Called when the attribute is assigned on instance.", 0},
    {"__delete__(self, instance, /)", tuplegetter_delete, "Called when the attribute is deleted on instance.", 0},
    {"__reduce__(self, /)", tuplegetter_reduce, "What pickle needs to make it again.", 0},
    {"__repr__(self, /)", tuplegetter_repr, "The text that repr(self) gives.", 0},
    {0},
};
static const MrGetSetDef tuplegetter_getset[] = {{"__doc__", get_doc, set_doc, "the docstring"}, {0}};

static const MrTypeDef tuplegetter_type = {
    .name = "collections._tuplegetter",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrTupleGetter),
    .flags = MR_TYPEDEF_FINAL,
    .methods = tuplegetter_methods,
    .getset = tuplegetter_getset,
    .read = read_tuplegetter,
    .trace = trace_tuplegetter,
    .doc = "A field of a namedtuple.",
};

/* ---- the module ---- */

static const MrMethodDef functions[] = {
    {"_odict_move(mapping, key, last, /)", collections_odict_move, "Move a key to one of the ends.", 0},
    {"_odict_pop_first(mapping, /)", collections_odict_pop_first, "Take the first pair out.", 0},
    {"_count_elements(mapping, iterable, /)", collections_count_elements,
     "Raise the number at each item of iterable by one: the loop of Counter.", 0},
    {0},
};

static const MrTypeDef *const types[] = {&mr_deque_def, &mr_deque_iterator_def, &mr_deque_reverse_iterator_def, &defaultdict_type, &tuplegetter_type, NULL};

const MrModuleDef mr_module__collections = {
    .name = "_collections", .functions = functions, .types = types,
    .doc = "deque and defaultdict, and what the collections module needs in C.",
};
