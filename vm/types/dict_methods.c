/* dict's methods. The table itself is in dict.c, views and iterators in dict_views.c. */
#include "vm/isolate.h"
#include "vm/types/dict.h"
#include "vm/types/int.h"
#include "vm/types/sequence.h"

static MrValue dict_new(MrThread *t, MrValue *a)
{
    if (!mr_check_new(t, a[0], MR_TYPE_dict))
        return MR_ERROR;
    MrDict *d = mr_alloc_instance(t, sizeof *d, MR_TYPE(a[0]));
    if (!d)
        return MR_ERROR;
    d->all_str = 1;
    return mr_val(d);
}

/* The arguments of dict() and update(): at most one positional, then keywords. */
static MrValue update_from_args(MrThread *t, MrValue *a, const char *name)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (args->length > 1)
        return mr_raise(t, MR_EXC_TypeError, "%s expected at most 1 argument, got %zu", name, args->length);
    if (args->length && !mr_dict_update(t, MR_DICT(a[0]), args->items[0]))
        return MR_ERROR;
    return a[2] == MR_UNBOUND || mr_dict_update(t, MR_DICT(a[0]), a[2]) ? MR_NONE : MR_ERROR;
}

static MrValue dict_init(MrThread *t, MrValue *a) { return update_from_args(t, a, "dict"); }

static MrValue dict_update(MrThread *t, MrValue *a) { return update_from_args(t, a, "update"); }

static MrValue dict_repr(MrThread *t, MrValue *a)
{
    MrDict *d = MR_DICT(a[0]);
    if (!d->length)
        return mr_str_c(t, "{}");
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "{...}");
    MrBuf buf = MR_BUF_EMPTY;
    MrValue key, value;
    bool ok = true;
    size_t pos = 0;
    mr_buf_putc(&buf, '{');
    for (bool first = true; ok && mr_dict_next(d, &pos, &key, &value); first = false) {
        if (!first)
            mr_buf_puts(&buf, ", ");
        ok = mr_repr_to(t, &buf, key);
        mr_buf_puts(&buf, ": ");
        ok = ok && mr_repr_to(t, &buf, value);
    }
    mr_buf_putc(&buf, '}');
    mr_repr_leave(t, a[0]);
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}

static MrValue dict_len(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int(MR_DICT(a[0])->length);
}

static MrValue dict_getitem(MrThread *t, MrValue *a)
{
    MrValue v = mr_dict_get(t, MR_DICT(a[0]), a[1]);
    if (v != MR_UNBOUND)
        return v;
    if (!mr_is_exact(a[0], MR_TYPE_dict)) {
        v = mr_call_slot(t, a[0], MR_SLOT_missing, 1, &a[1]);
        if (v != MR_UNBOUND)
            return v;
    }
    return mr_raise_type_value(t, MR_EXC_KeyError, a[1]);
}

static MrValue dict_setitem(MrThread *t, MrValue *a) { return mr_dict_set(t, MR_DICT(a[0]), a[1], a[2]) ? MR_NONE : MR_ERROR; }

static MrValue dict_delitem(MrThread *t, MrValue *a)
{
    int r = mr_dict_del(t, MR_DICT(a[0]), a[1]);
    return r > 0 ? MR_NONE : r < 0 ? MR_ERROR : mr_raise_type_value(t, MR_EXC_KeyError, a[1]);
}

static MrValue dict_contains(MrThread *t, MrValue *a)
{
    MrValue v = mr_dict_get(t, MR_DICT(a[0]), a[1]);
    return v == MR_ERROR ? v : mr_bool(v != MR_UNBOUND);
}

static MrValue dict_iter(MrThread *t, MrValue *a) { return mr_iter_new(t, MR_TYPE_dict_keyiterator, a[0]); }

static MrValue dict_reversed(MrThread *t, MrValue *a) { return mr_iter_new(t, MR_TYPE_dict_reversekeyiterator, a[0]); }

static MrValue equal(MrThread *t, MrValue *a, int wanted)
{
    if (!mr_is_dict(a[1]))
        return MR_NOT_IMPLEMENTED;
    int r = mr_stack_ok_in(t, " in comparison") ? mr_dict_equal(t, MR_DICT(a[0]), MR_DICT(a[1])) : -1;
    return r < 0 ? MR_ERROR : mr_bool(r == wanted);
}

static MrValue dict_eq(MrThread *t, MrValue *a) { return equal(t, a, 1); }

static MrValue dict_ne(MrThread *t, MrValue *a) { return equal(t, a, 0); }

/* A new dict with the entries of a, then those of b. */
static MrValue join(MrThread *t, MrValue a, MrValue b)
{
    if (!mr_is_dict(a) || !mr_is_dict(b))
        return MR_NOT_IMPLEMENTED;
    MrDict *d = mr_dict_copy(t, MR_DICT(a));
    return d && mr_dict_update(t, d, b) ? mr_val(d) : MR_ERROR;
}

static MrValue dict_or(MrThread *t, MrValue *a) { return join(t, a[0], a[1]); }

static MrValue dict_ror(MrThread *t, MrValue *a) { return join(t, a[1], a[0]); }

static MrValue dict_ior(MrThread *t, MrValue *a) { return mr_dict_update(t, MR_DICT(a[0]), a[1]) ? a[0] : MR_ERROR; }

static MrValue dict_get(MrThread *t, MrValue *a)
{
    MrValue v = mr_dict_get(t, MR_DICT(a[0]), a[1]);
    return v != MR_UNBOUND ? v : a[2] != MR_UNBOUND ? a[2] : MR_NONE;
}

static MrValue dict_setdefault(MrThread *t, MrValue *a)
{
    MrDict *d = MR_DICT(a[0]);
    MrValue value = a[2] == MR_UNBOUND ? MR_NONE : a[2];
    uint64_t hash;
    if (!mr_key_hash(t, a[1], &hash))
        return MR_ERROR;
    int64_t i = mr_dict_find(t, d, a[1], hash);
    if (i >= 0)
        return d->entries[i].value;
    return i == MR_DICT_ABSENT && mr_dict_insert_hashed(t, d, a[1], hash, value) ? value : MR_ERROR;
}

static MrValue dict_pop(MrThread *t, MrValue *a)
{
    /* nothing is hashed for an empty one */
    MrValue v = MR_DICT(a[0])->length ? mr_dict_pop(t, MR_DICT(a[0]), a[1]) : MR_UNBOUND;
    if (v != MR_UNBOUND)
        return v;
    return a[2] != MR_UNBOUND ? a[2] : mr_raise_type_value(t, MR_EXC_KeyError, a[1]);
}

static MrValue dict_popitem(MrThread *t, MrValue *a)
{
    MrValue pair = mr_tuple_new(t, 2);
    if (pair == MR_ERROR)
        return pair;
    if (!mr_dict_pop_last(MR_DICT(a[0]), &MR_TUPLE(pair)->items[0], &MR_TUPLE(pair)->items[1]))
        return mr_raise(t, MR_EXC_KeyError, "popitem(): dictionary is empty");
    return pair;
}

static MrValue dict_clear(MrThread *t, MrValue *a)
{
    (void)t;
    mr_dict_clear(MR_DICT(a[0]));
    return MR_NONE;
}

static MrValue dict_copy(MrThread *t, MrValue *a)
{
    MrDict *d = mr_dict_copy(t, MR_DICT(a[0]));
    return d ? mr_val(d) : MR_ERROR;
}

static MrValue dict_fromkeys(MrThread *t, MrValue *a)
{
    MrValue value = a[2] == MR_UNBOUND ? MR_NONE : a[2];
    MrValue d = mr_call0(t, a[0]), it = d == MR_ERROR ? MR_ERROR : mr_iter(t, a[1]);
    if (it == MR_ERROR)
        return MR_ERROR;
    bool plain = mr_is_exact(d, MR_TYPE_dict);
    for (size_t work = 0;;) {
        MrValue key = mr_next(t, it);
        if (key == MR_UNBOUND)
            return d;
        if (key == MR_ERROR || !mr_limits_work(t, work) || !(plain ? mr_dict_set(t, MR_DICT(d), key, value) : mr_setitem(t, d, key, value)))
            return MR_ERROR;
    }
}

static MrValue dict_keys(MrThread *t, MrValue *a) { return mr_dict_view(t, MR_TYPE_dict_keys, MR_DICT(a[0])); }

static MrValue dict_values(MrThread *t, MrValue *a) { return mr_dict_view(t, MR_TYPE_dict_values, MR_DICT(a[0])); }

static MrValue dict_items(MrThread *t, MrValue *a) { return mr_dict_view(t, MR_TYPE_dict_items, MR_DICT(a[0])); }

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", dict_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", dict_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__repr__(self, /)", dict_repr, "The text that repr(self) gives.", 0},
    {"__len__(self, /)", dict_len, "The number that len(self) gives.", 0},
    {"__getitem__(self, key, /)", dict_getitem, "What self[key] gives.", 0},
    {"__setitem__(self, key, value, /)", dict_setitem, "Carry out self[key] = value.", 0},
    {"__delitem__(self, key, /)", dict_delitem, "Carry out del self[key].", 0},
    {"__contains__(self, key, /)", dict_contains, "Whether the key has an entry.", 0},
    {"__iter__(self, /)", dict_iter, "An iterator over self.", 0},
    {"__reversed__(self, /)", dict_reversed, "An iterator over the keys, last entry first.", 0},
    {"__eq__(self, value, /)", dict_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", dict_ne, "Whether self != value.", 0},
    {"__or__(self, value, /)", dict_or, "What self | value gives.", 0},
    {"__ror__(self, value, /)", dict_ror, "What value | self gives.", 0},
    {"__ior__(self, value, /)", dict_ior, "Update self in place: self |= value.", 0},
    {"get(self, key, default=None, /)", dict_get, "The value at key, or default where the key is missing.", 0},
    {"setdefault(self, key, default=None, /)", dict_setdefault, "The value at key; a missing key is entered with default first.", 0},
    {"pop(self, key, default=..., /)", dict_pop,
     "Take out the entry of key and return its value. For a missing key: the default if given, otherwise KeyError.", 0},
    {"popitem(self, /)", dict_popitem, "Take out the entry that came last and return it as (key, value); raises KeyError when nothing is left.", 0},
    {"clear(self, /)", dict_clear, "Take out all entries.", 0},
    {"copy(self, /)", dict_copy, "A new object with the same entries, which are not copied themselves.", 0},
    {"update(self, /, *args, **kwargs)", dict_update,
     "Enter all items of a mapping, or pairs of an iterable, then the keyword arguments; present keys get the new value.", 0},
    {"keys(self, /)", dict_keys, "A live, set-like view of the keys.", 0},
    {"values(self, /)", dict_values, "A live view of the values.", 0},
    {"items(self, /)", dict_items, "A live, set-like view of the (key, value) pairs.", 0},
    {"fromkeys(cls, iterable, value=None, /)", dict_fromkeys, "A new dictionary in which each key of iterable has the same value.", MR_METHOD_CLASS},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

const MrTypeDef mr_dict_type = {
    .name = "dict",
    .kind = MR_KIND_DICT,
    .size = sizeof(MrDict),
    .flags = MR_TYPEDEF_MAPPING | MR_TYPEDEF_ABSTRACT_HASH,
    .methods = methods,
    .doc = "Keys and their values, in the order of insertion: from a mapping, an iterable of pairs, and keyword arguments.",
};
