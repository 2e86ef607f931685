/* Methods of set and frozenset, and set_iterator. The table and the algebra are in set.c. */
#include "vm/isolate.h"
#include "vm/types/dict.h"
#include "vm/types/int.h"
#include "vm/types/sequence.h"
#include "vm/types/set.h"

static MrValue new_instance(MrThread *t, MrValue cls, MrTypeId base)
{
    if (!mr_check_new(t, cls, base))
        return MR_ERROR;
    if (cls == mr_type_val(t, base))
        return mr_set_new(t, base == MR_TYPE_frozenset);
    MrSet *s = mr_alloc_instance(t, sizeof *s, MR_TYPE(cls));
    return s && mr_set_init(t, s) ? mr_val(s) : MR_ERROR;
}

static MrValue set_new(MrThread *t, MrValue *a) { return new_instance(t, a[0], MR_TYPE_set); }

static MrValue set_init(MrThread *t, MrValue *a)
{
    MrValue members = a[1];
    if (members == a[0])
        members = MR_UNBOUND;
    mr_set_clear(t, MR_SET(a[0]));
    return members == MR_UNBOUND || mr_set_update(t, a[0], members) ? MR_NONE : MR_ERROR;
}

static MrValue frozenset_new(MrThread *t, MrValue *a)
{
    if (a[1] != MR_UNBOUND && a[0] == mr_type_val(t, MR_TYPE_frozenset) && mr_is_exact(a[1], MR_TYPE_frozenset))
        return a[1];
    MrValue s = new_instance(t, a[0], MR_TYPE_frozenset);
    if (s == MR_ERROR || a[1] == MR_UNBOUND)
        return s;
    return mr_set_update(t, s, a[1]) ? s : MR_ERROR;
}

static MrValue set_repr(MrThread *t, MrValue *a)
{
    const char *name = mr_type_name(t, a[0]);
    if (!MR_SET(a[0])->length)
        return mr_strf(t, "%s()", name);
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_strf(t, "%s(...)", name);
    MrBuf buf = MR_BUF_EMPTY;
    bool plain = mr_is_exact(a[0], MR_TYPE_set);
    if (!plain)
        mr_buf_printf(&buf, "%s(", name);
    mr_buf_putc(&buf, '{');
    MrValue members = mr_list_of(t, a[0]);
    bool ok = members != MR_ERROR && mr_sequence_repr_items(t, &buf, members);
    mr_buf_puts(&buf, plain ? "}" : "})");
    mr_repr_leave(t, a[0]);
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}

static MrValue set_len(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)MR_SET(a[0])->length); }

static MrValue set_contains(MrThread *t, MrValue *a)
{
    int r = mr_set_contains(t, a[0], a[1]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static uint64_t shuffle_bits(uint64_t h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; }

static MrValue frozenset_hash(MrThread *t, MrValue *a)
{
    MrSet *s = MR_SET(a[0]);
    if (!(s->h.flags & MR_OBJ_HASH)) {
        uint64_t h = 0;
        MrSetEntry e;
        for (size_t pos = 0; mr_set_next(s, &pos, &e);)
            h ^= shuffle_bits(e.hash);
        h ^= (s->length + 1) * 1927868237u;
        h ^= (h >> 11) ^ (h >> 25);
        h = h * 69069u + 907133923u;
        s->hash = h == UINT64_MAX ? 590923713u : h;
        s->h.flags |= MR_OBJ_HASH;
    }
    return mr_int(t, (int64_t)s->hash);
}

/* ---- comparison ---- */

/* Is every member of a in b? 1, 0, -1 */
static int is_subset(MrThread *t, MrValue a, MrValue b)
{
    MrSetEntry e;
    if (MR_SET(a)->length > MR_SET(b)->length)
        return 0;
    for (size_t pos = 0, work = 0; mr_set_next(MR_SET(a), &pos, &e);) {
        int has = mr_limits_work(t, work) ? mr_set_has_hashed(t, MR_SET(b), e.key, e.hash) : -1;
        if (has <= 0)
            return has;
    }
    return 1;
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!mr_is_set(a[1]))
        return MR_NOT_IMPLEMENTED;
    MrSet *x = MR_SET(a[0]), *y = MR_SET(a[1]);
    int r;
    switch (op) {
    case MR_CMP_EQ:
    case MR_CMP_NE:
        if (x->length != y->length || (x->h.flags & y->h.flags & MR_OBJ_HASH && x->hash != y->hash))
            r = 0;
        else
            r = is_subset(t, a[0], a[1]);
        return r < 0 ? MR_ERROR : mr_bool(r == (op == MR_CMP_EQ));
    case MR_CMP_LT:
    case MR_CMP_LE: r = op == MR_CMP_LT && x->length >= y->length ? 0 : is_subset(t, a[0], a[1]); break;
    default: r = op == MR_CMP_GT && x->length <= y->length ? 0 : is_subset(t, a[1], a[0]); break;
    }
    return r < 0 ? MR_ERROR : mr_bool(r);
}

#define COMPARE(name, op) \
    static MrValue set_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue set_issubset(MrThread *t, MrValue *a)
{
    MrValue other = mr_is_set(a[1]) ? a[1] : mr_set_intersection(t, a[0], a[1]);
    if (other == MR_ERROR)
        return other;
    int r = is_subset(t, a[0], other);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

/* The answer of mr_set_has_hashed that ends the walk over an iterable: 1 met, 0 not, -1. */
static int any_member(MrThread *t, MrValue set, MrValue iterable, int stop)
{
    MrValue it = mr_iter(t, iterable);
    uint64_t hash;
    if (it == MR_ERROR)
        return -1;
    for (;;) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return 0;
        if (v == MR_ERROR || !mr_key_hash(t, v, &hash))
            return -1;
        int has = mr_set_has_hashed(t, MR_SET(set), v, hash);
        if (has < 0 || has == stop)
            return has < 0 ? -1 : 1;
    }
}

static MrValue set_issuperset(MrThread *t, MrValue *a)
{
    int r = mr_is_set(a[1]) ? is_subset(t, a[1], a[0]) : any_member(t, a[0], a[1], 0);
    if (r < 0)
        return MR_ERROR;
    return mr_bool(mr_is_set(a[1]) ? r : !r);
}

static MrValue set_isdisjoint(MrThread *t, MrValue *a)
{
    MrValue s = a[0], other = a[1];
    if (s == other)
        return mr_bool(!MR_SET(s)->length);
    if (mr_is_set(other) && MR_SET(other)->length > MR_SET(s)->length) {
        s = a[1];
        other = a[0];
    }
    int common = any_member(t, s, other, 1);
    return common < 0 ? MR_ERROR : mr_bool(!common);
}

/* ---- algebra ---- */

static MrValue set_copy(MrThread *t, MrValue *a) { return mr_set_like(t, a[0], a[0]); }

static MrValue frozenset_copy(MrThread *t, MrValue *a) { return mr_is_exact(a[0], MR_TYPE_frozenset) ? a[0] : mr_set_like(t, a[0], a[0]); }

static MrValue unite(MrThread *t, MrValue a, MrValue b)
{
    MrValue out = mr_set_like(t, a, a);
    return out == MR_ERROR || (a != b && !mr_set_update(t, out, b)) ? MR_ERROR : out;
}

static MrValue differ(MrThread *t, MrValue a, MrValue b)
{
    MrValue out = mr_set_like(t, a, b);
    return out == MR_ERROR || !mr_set_symmetric_update(t, out, a) ? MR_ERROR : out;
}

static bool intersect_in_place(MrThread *t, MrValue a, MrValue b)
{
    MrValue out = mr_set_intersection(t, a, b);
    if (out == MR_ERROR)
        return false;
    mr_set_swap(MR_SET(a), MR_SET(out));
    return true;
}

#define OPERATOR(name, does)                                                                                                       \
    static MrValue set_##name(MrThread *t, MrValue *a) { return mr_is_set(a[1]) ? does(t, a[0], a[1]) : MR_NOT_IMPLEMENTED; }       \
    static MrValue set_r##name(MrThread *t, MrValue *a) { return mr_is_set(a[1]) ? does(t, a[1], a[0]) : MR_NOT_IMPLEMENTED; }
OPERATOR(or, unite)
OPERATOR(and, mr_set_intersection)
OPERATOR(sub, mr_set_difference)
OPERATOR(xor, differ)
#undef OPERATOR

#define INPLACE(name, does)                                                  \
    static MrValue set_##name(MrThread *t, MrValue *a)                       \
    {                                                                        \
        if (!mr_is_set(a[1]))                                                \
            return MR_NOT_IMPLEMENTED;                                       \
        return does(t, a[0], a[1]) ? a[0] : MR_ERROR;                        \
    }
INPLACE(ior, mr_set_update)
INPLACE(iand, intersect_in_place)
INPLACE(isub, mr_set_difference_update)
INPLACE(ixor, mr_set_symmetric_update)
#undef INPLACE

static MrValue set_update(MrThread *t, MrValue *a)
{
    MrTuple *others = MR_TUPLE(a[1]);
    for (size_t i = 0; i < others->length; i++)
        if (!mr_set_update(t, a[0], others->items[i]))
            return MR_ERROR;
    return MR_NONE;
}

static MrValue set_union(MrThread *t, MrValue *a)
{
    MrValue out = mr_set_like(t, a[0], a[0]);
    MrTuple *others = MR_TUPLE(a[1]);
    for (size_t i = 0; out != MR_ERROR && i < others->length; i++)
        if (others->items[i] != a[0] && !mr_set_update(t, out, others->items[i]))
            return MR_ERROR;
    return out;
}

static MrValue set_intersection(MrThread *t, MrValue *a)
{
    MrTuple *others = MR_TUPLE(a[1]);
    if (!others->length)
        return mr_set_like(t, a[0], a[0]);
    MrValue out = a[0];
    for (size_t i = 0; out != MR_ERROR && i < others->length; i++)
        out = mr_set_intersection(t, out, others->items[i]);
    return out;
}

static MrValue set_intersection_update(MrThread *t, MrValue *a)
{
    MrValue out = set_intersection(t, a);
    if (out == MR_ERROR)
        return out;
    mr_set_swap(MR_SET(a[0]), MR_SET(out));
    return MR_NONE;
}

static MrValue set_difference(MrThread *t, MrValue *a)
{
    MrTuple *others = MR_TUPLE(a[1]);
    if (!others->length)
        return mr_set_like(t, a[0], a[0]);
    MrValue out = mr_set_difference(t, a[0], others->items[0]);
    for (size_t i = 1; out != MR_ERROR && i < others->length; i++)
        if (!mr_set_difference_update(t, out, others->items[i]))
            return MR_ERROR;
    return out;
}

static MrValue set_difference_update(MrThread *t, MrValue *a)
{
    MrTuple *others = MR_TUPLE(a[1]);
    for (size_t i = 0; i < others->length; i++)
        if (!mr_set_difference_update(t, a[0], others->items[i]))
            return MR_ERROR;
    return MR_NONE;
}

static MrValue set_symmetric_difference(MrThread *t, MrValue *a) { return differ(t, a[0], a[1]); }

static MrValue set_symmetric_difference_update(MrThread *t, MrValue *a) { return mr_set_symmetric_update(t, a[0], a[1]) ? MR_NONE : MR_ERROR; }

/* ---- single members ---- */

static MrValue set_add(MrThread *t, MrValue *a) { return mr_set_add(t, a[0], a[1]) ? MR_NONE : MR_ERROR; }

static MrValue set_remove(MrThread *t, MrValue *a)
{
    int r = mr_set_discard(t, a[0], a[1]);
    return r > 0 ? MR_NONE : r < 0 ? MR_ERROR : mr_raise_type_value(t, MR_EXC_KeyError, a[1]);
}

static MrValue set_discard(MrThread *t, MrValue *a) { return mr_set_discard(t, a[0], a[1]) < 0 ? MR_ERROR : MR_NONE; }

static MrValue set_pop(MrThread *t, MrValue *a)
{
    MrSet *s = MR_SET(a[0]);
    if (!s->length)
        return mr_raise(t, MR_EXC_KeyError, "pop from an empty set");
    size_t i = s->hash & s->mask;
    while (s->table[i].key == MR_UNBOUND)
        i = (i + 1) & s->mask;
    MrValue v = s->table[i].key;
    s->table[i] = (MrSetEntry){MR_UNBOUND, MR_SET_REMOVED};
    s->length--;
    s->hash = i + 1;
    return v;
}

static MrValue set_clear(MrThread *t, MrValue *a)
{
    mr_set_clear(t, MR_SET(a[0]));
    return MR_NONE;
}

static MrValue set_reduce(MrThread *t, MrValue *a)
{
    MrValue members = mr_list_of(t, a[0]), parts[3] = {mr_val(mr_typeof(t, a[0])), MR_ERROR, MR_NONE};
    if (members == MR_ERROR || (parts[1] = mr_tuple_from(t, &members, 1)) == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_exact(a[0], MR_TYPE_set) && !mr_is_exact(a[0], MR_TYPE_frozenset)) {
        MrStr *getstate = mr_intern(t, "__getstate__", 12);
        if (!getstate || (parts[2] = mr_call_method0(t, a[0], getstate)) == MR_ERROR)
            return MR_ERROR;
    }
    return mr_tuple_from(t, parts, 3);
}

/* ---- iterator ---- */

static MrValue set_iter(MrThread *t, MrValue *a) { return mr_iter_new(t, MR_TYPE_set_iterator, a[0]); }

static MrValue set_iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrSet *s = MR_SET(it->source);
    if (it->expected != s->length) {
        it->expected = SIZE_MAX;
        return mr_raise(t, MR_EXC_RuntimeError, "Set changed size during iteration");
    }
    MrSetEntry e;
    if (!mr_set_next(s, &it->position, &e))
        return it->source = MR_UNBOUND;
    it->aux1 = mr_small_int(mr_int_of(it->aux1) - 1);
    return e.key;
}

static MrValue set_iterator_length_hint(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    (void)t;
    return it->source == MR_UNBOUND || it->expected != MR_SET(it->source)->length ? mr_small_int(0) : it->aux1;
}

static MrValue set_iterator_reduce(MrThread *t, MrValue *a) { return mr_iter_reduce_rest(t, a[0]); }

/* ---- tables ---- */

#define SHARED                                                                                                                              \
    {"__repr__(self, /)", set_repr, "The text that repr(self) gives.", 0},                                                                  \
    {"__len__(self, /)", set_len, "The number that len(self) gives.", 0},                                                                   \
    {"__contains__(self, key, /)", set_contains, "Whether key is an element.", 0},                                                          \
    {"__iter__(self, /)", set_iter, "An iterator over self.", 0},                                                                           \
    {"__lt__(self, value, /)", set_lt, "Whether self < value.", 0},                                                                         \
    {"__le__(self, value, /)", set_le, "Whether self <= value.", 0},                                                                        \
    {"__eq__(self, value, /)", set_eq, "Whether self == value.", 0},                                                                        \
    {"__ne__(self, value, /)", set_ne, "Whether self != value.", 0},                                                                        \
    {"__gt__(self, value, /)", set_gt, "Whether self > value.", 0},                                                                         \
    {"__ge__(self, value, /)", set_ge, "Whether self >= value.", 0},                                                                        \
    {"__or__(self, value, /)", set_or, "What self | value gives.", 0},                                                                      \
    {"__ror__(self, value, /)", set_ror, "What value | self gives.", 0},                                                                    \
    {"__and__(self, value, /)", set_and, "What self & value gives.", 0},                                                                    \
    {"__rand__(self, value, /)", set_rand, "What value & self gives.", 0},                                                                  \
    {"__sub__(self, value, /)", set_sub, "What self - value gives.", 0},                                                                    \
    {"__rsub__(self, value, /)", set_rsub, "What value - self gives.", 0},                                                                  \
    {"__xor__(self, value, /)", set_xor, "What self ^ value gives.", 0},                                                                    \
    {"__rxor__(self, value, /)", set_rxor, "What value ^ self gives.", 0},                                                                  \
    {"__reduce__(self, /)", set_reduce, "What pickle and copy need to make such an object.", 0},                                            \
    {"union(self, /, *others)", set_union, "A new set of what is in self or any of the others.", 0},                                         \
    {"intersection(self, /, *others)", set_intersection,                                                                                    \
     "A new set of what is in self and all the others.", 0},                                                                                \
    {"difference(self, /, *others)", set_difference,                                                                                        \
     "A new set of what is in self and in none of the others.", 0},                                                                         \
    {"symmetric_difference(self, other, /)", set_symmetric_difference,                                                                      \
     "A new set of what is in either self or other, but not in both.", 0},                                                                  \
    {"issubset(self, other, /)", set_issubset, "Whether all elements are in other, too.", 0},                                               \
    {"issuperset(self, other, /)", set_issuperset, "Whether all elements of other are in self, too.", 0},                                   \
    {"isdisjoint(self, other, /)", set_isdisjoint, "Whether self and other share no element.", 0},                                          \
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem, \
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS}

static const MrMethodDef set_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", set_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, iterable=(), /)", set_init, "Set up the object; the class says which arguments it takes.", 0},
    SHARED,
    {"__ior__(self, value, /)", set_ior, "Update self in place: self |= value.", 0},
    {"__iand__(self, value, /)", set_iand, "Update self in place: self &= value.", 0},
    {"__isub__(self, value, /)", set_isub, "Update self in place: self -= value.", 0},
    {"__ixor__(self, value, /)", set_ixor, "Update self in place: self ^= value.", 0},
    {"add(self, object, /)", set_add, "Put object into the set, unless an equal one is there.", 0},
    {"remove(self, object, /)", set_remove, "Take object out; raises KeyError if it is not there.", 0},
    {"discard(self, object, /)", set_discard, "Take object out if it is there.", 0},
    {"pop(self, /)", set_pop, "Take out one element, whichever comes first, and return it; raises KeyError when none is left.", 0},
    {"clear(self, /)", set_clear, "Take out all elements.", 0},
    {"copy(self, /)", set_copy, "A new set of the same elements.", 0},
    {"update(self, /, *others)", set_update, "Put the elements of all the others into self.", 0},
    {"intersection_update(self, /, *others)", set_intersection_update, "Keep only what all the others hold, too.", 0},
    {"difference_update(self, /, *others)", set_difference_update, "Take out whatever one of the others holds.", 0},
    {"symmetric_difference_update(self, other, /)", set_symmetric_difference_update,
     "Take out what other holds, too, and put in the rest of other.", 0},
    {0},
};

const MrTypeDef mr_set_type = {
    .name = "set",
    .kind = MR_KIND_SET,
    .size = sizeof(MrSet),
    .flags = MR_TYPEDEF_ABSTRACT_HASH,
    .methods = set_methods,
    .doc = "Distinct hashable elements in no particular order, which can be added and taken out; set(iterable) holds the iterable's elements.",
};

static const MrMethodDef frozenset_methods[] = {
    {"__new__(cls, iterable=(), /)", frozenset_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    SHARED,
    {"__hash__(self, /)", frozenset_hash, "The number that hash(self) gives.", 0},
    {"copy(self, /)", frozenset_copy, "A new set of the same elements.", 0},
    {0},
};

const MrTypeDef mr_frozenset_type = {
    .name = "frozenset",
    .kind = MR_KIND_SET,
    .size = sizeof(MrSet),
    .methods = frozenset_methods,
    .doc = "An immutable set, usable as an element or key; frozenset(iterable) holds the iterable's elements.",
};

static const MrMethodDef iterator_methods[] = {
    {"__length_hint__(self, /)", set_iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", set_iterator_reduce, "What pickle and copy need to make such an object.", 0},
    {0},
};

const MrTypeDef mr_set_iterator_type = {
    .name = "set_iterator",
    .kind = MR_KIND_ITER,
    .size = sizeof(MrIter),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = iterator_methods,
    .next = set_iterator_next,
};
