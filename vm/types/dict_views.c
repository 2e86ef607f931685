/* dict_keys, dict_values, dict_items with the set operations of the first and last, the iterators of dict, and mappingproxy.
 *
 * An iterator knows how many entries the dict had (`expected`) and how many it still owes (aux1): a dict of another size ends the iteration
 * with an error for good, and so does an entry beyond those owed, which shows that keys were replaced.
 */
#include "vm/types/dict.h"

#include "vm/isolate.h"
#include "vm/types/sequence.h"
#include "vm/types/set.h"

#define VIEW(v) ((MrDictView *)mr_obj_of(v))
#define MAPPING(v) (((MrMappingProxy *)mr_obj_of(v))->mapping)

MrValue mr_dict_view(MrThread *t, MrTypeId type, MrDict *d)
{
    MrDictView *v = mr_alloc(t, sizeof *v, MR_KIND_DICTVIEW, type);
    if (!v)
        return MR_ERROR;
    v->dict = d;
    return mr_val(v);
}

static void trace_view(MrGc *gc, MrObj *o) { mr_mark_obj(gc, ((MrDictView *)o)->dict); }

/* ---- iterators ---- */

/* collections.OrderedDict words it in its own way. */
static void raise_changed(MrThread *t, const MrIter *it)
{
    if (it->aux2 == MR_UNBOUND)
        mr_raise(t, MR_EXC_RuntimeError, "dictionary changed size during iteration");
    else
        mr_raise(t, MR_EXC_RuntimeError, "OrderedDict %s during iteration", MR_DICT(it->source)->length ? "mutated" : "changed size");
}

MrValue mr_dict_order_stamp(MrThread *t, MrValue v)
{
    const MrType *dict = t->iso->types[MR_TYPE_dict];
    const MrType *type = mr_typeof(t, v);
    while (type && type != dict && !(type->dotted && !strcmp(type->dotted->bytes, "collections.OrderedDict")))
        type = type->base;
    if (!type || type == dict)
        return MR_UNBOUND;
    const MrDict *d = MR_DICT(v);
    return mr_small_int((int64_t)(((uintptr_t)d->entries ^ (uintptr_t)d->used << 20 ^ (uintptr_t)d->first << 4) & 0x7FFFFFFFFFFF) >> 1);
}

/* The entry at hand and a step on; NULL at the end or, with *failed set, on an error. */
static MrDictEntry *next_entry(MrThread *t, MrIter *it, bool backwards, bool *failed)
{
    *failed = false;
    if (it->source == MR_UNBOUND)
        return NULL;
    MrDict *d = MR_DICT(it->source);
    if (it->expected != d->length || MR_UNLIKELY(it->aux2 != MR_UNBOUND && it->aux2 != mr_dict_order_stamp(t, it->source))) {
        it->expected = SIZE_MAX;
        *failed = true;
        raise_changed(t, it);
        return NULL;
    }
    MrDictEntry *e = NULL;
    if (backwards) {
        if (it->position > d->used)
            it->position = d->used;
        while (!e && it->position)
            if (d->entries[--it->position].key != MR_UNBOUND)
                e = &d->entries[it->position];
    } else {
        if (it->position < d->first)
            it->position = d->first;
        while (!e && it->position < d->used)
            if (d->entries[it->position++].key != MR_UNBOUND)
                e = &d->entries[it->position - 1];
    }
    if (!e) {
        it->source = MR_UNBOUND;
        return NULL;
    }
    if (it->aux1 == mr_small_int(0)) {
        it->source = MR_UNBOUND;
        *failed = true;
        mr_raise(t, MR_EXC_RuntimeError, "dictionary keys changed during iteration");
        return NULL;
    }
    it->aux1 = mr_small_int(mr_int_of(it->aux1) - 1);
    return e;
}

static MrValue key_of(MrThread *t, const MrDictEntry *e)
{
    (void)t;
    return e->key;
}

static MrValue value_of(MrThread *t, const MrDictEntry *e)
{
    (void)t;
    return e->value;
}

static MrValue item_of(MrThread *t, const MrDictEntry *e)
{
    MrValue pair[2] = {e->key, e->value};
    return mr_tuple_from(t, pair, 2);
}

#define NEXT(id, backwards, what)                                                            \
    static MrValue id##_next(MrThread *t, MrValue self)                                      \
    {                                                                                        \
        bool failed;                                                                         \
        MrDictEntry *e = next_entry(t, MR_ITER(self), backwards, &failed);                   \
        return e ? what(t, e) : failed ? MR_ERROR : MR_UNBOUND;                              \
    }
NEXT(dict_keyiterator, false, key_of)
NEXT(dict_valueiterator, false, value_of)
NEXT(dict_itemiterator, false, item_of)
NEXT(dict_reversekeyiterator, true, key_of)
NEXT(dict_reversevalueiterator, true, value_of)
NEXT(dict_reverseitemiterator, true, item_of)
#undef NEXT

int mr_dict_item_next(MrThread *t, MrValue iterator, MrValue pair[2])
{
    bool failed;
    MrDictEntry *e = next_entry(t, MR_ITER(iterator), false, &failed);
    if (!e)
        return failed ? -1 : 0;
    pair[0] = e->key;
    pair[1] = e->value;
    return 1;
}

static MrValue iterator_length_hint(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    (void)t;
    return it->source == MR_UNBOUND || it->expected != MR_DICT(it->source)->length ? mr_small_int(0) : it->aux1;
}

static MrValue iterator_reduce(MrThread *t, MrValue *a) { return mr_iter_reduce_rest(t, a[0]); }

/* ---- views ---- */

static MrValue view_len(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int(VIEW(a[0])->dict->length);
}

static MrValue view_iter(MrThread *t, MrValue *a)
{
    int which = (int)mr_obj_of(a[0])->shape - MR_TYPE_dict_keys;
    return mr_iter_new(t, (MrTypeId)(MR_TYPE_dict_keyiterator + which), mr_val(VIEW(a[0])->dict));
}

static MrValue view_reversed(MrThread *t, MrValue *a)
{
    int which = (int)mr_obj_of(a[0])->shape - MR_TYPE_dict_keys;
    return mr_iter_new(t, (MrTypeId)(MR_TYPE_dict_reversekeyiterator + which), mr_val(VIEW(a[0])->dict));
}

static MrValue view_repr(MrThread *t, MrValue *a)
{
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "...");
    MrValue list = mr_list_of(t, a[0]), repr = list == MR_ERROR ? MR_ERROR : mr_repr(t, list);
    mr_repr_leave(t, a[0]);
    return repr == MR_ERROR ? repr : mr_strf(t, "%s(%s)", mr_type_name(t, a[0]), mr_cstr(repr));
}

static MrValue view_mapping(MrThread *t, MrValue self) { return mr_mappingproxy_new(t, mr_val(VIEW(self)->dict)); }

/* Is v a view with set operations? */
static bool is_set_view(MrValue v) { return mr_is_kind(v, MR_KIND_DICTVIEW) && mr_obj_of(v)->shape != MR_TYPE_dict_values; }

/* value in view: 1, 0, -1 */
static int view_has(MrThread *t, MrValue view, MrValue value)
{
    MrDict *d = VIEW(view)->dict;
    if (mr_obj_of(view)->shape == MR_TYPE_dict_keys) {
        MrValue v = mr_dict_get(t, d, value);
        return v == MR_ERROR ? -1 : v != MR_UNBOUND;
    }
    if (!mr_is_tuple(value) || MR_TUPLE(value)->length != 2)
        return 0;
    MrValue v = mr_dict_get(t, d, MR_TUPLE(value)->items[0]);
    return v == MR_ERROR ? -1 : v == MR_UNBOUND ? 0 : mr_eq(t, v, MR_TUPLE(value)->items[1]);
}

static MrValue view_contains(MrThread *t, MrValue *a)
{
    int r = view_has(t, a[0], a[1]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

/* Calls has(container, item) for the items of an iterable until the answer is `stop`: then 1, else 0; -1 error. */
static int any_is(MrThread *t, MrValue container, MrValue iterable, int stop)
{
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR)
        return -1;
    for (;;) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return 0;
        int has = v == MR_ERROR ? -1 : mr_contains(t, container, v);
        if (has < 0)
            return -1;
        if (has == stop)
            return 1;
    }
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!is_set_view(a[1]) && !mr_is_set(a[1]))
        return MR_NOT_IMPLEMENTED;
    int64_t n = VIEW(a[0])->dict->length, m = mr_is_set(a[1]) ? (int64_t)MR_SET(a[1])->length : (int64_t)VIEW(a[1])->dict->length;
    bool below = op == MR_CMP_LT || op == MR_CMP_LE || op == MR_CMP_EQ || op == MR_CMP_NE;
    bool possible = op == MR_CMP_LT ? n < m : op == MR_CMP_LE ? n <= m : op == MR_CMP_GT ? n > m : op == MR_CMP_GE ? n >= m : n == m;
    int missing = possible ? any_is(t, below ? a[1] : a[0], below ? a[0] : a[1], 0) : 1;
    return missing < 0 ? MR_ERROR : mr_bool((op == MR_CMP_NE) == (missing == 1));
}

#define COMPARE(name, op) \
    static MrValue view_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue set_of(MrThread *t, MrValue iterable)
{
    MrValue s = mr_set_new(t, false);
    return s == MR_ERROR || !mr_set_update(t, s, iterable) ? MR_ERROR : s;
}

static MrValue subtract(MrThread *t, MrValue a, MrValue b)
{
    MrValue s = set_of(t, a);
    return s == MR_ERROR || !mr_set_difference_update(t, s, b) ? MR_ERROR : s;
}

static MrValue unite(MrThread *t, MrValue a, MrValue b)
{
    MrValue s = set_of(t, a);
    return s == MR_ERROR || !mr_set_update(t, s, b) ? MR_ERROR : s;
}

static MrValue differ(MrThread *t, MrValue a, MrValue b)
{
    MrValue s = set_of(t, a);
    return s == MR_ERROR || !mr_set_symmetric_update(t, s, b) ? MR_ERROR : s;
}

/* In CPython's order: walks the set operand or the smaller view, else b. */
static MrValue intersect(MrThread *t, MrValue view, MrValue b)
{
    if (!is_set_view(view)) {
        MrValue swap = view;
        view = b;
        b = swap;
    }
    size_t n = VIEW(view)->dict->length;
    if (mr_is_exact(b, MR_TYPE_set) && n <= MR_SET(b)->length)
        return mr_set_intersection(t, b, view);
    if (is_set_view(b) && VIEW(b)->dict->length > n) {
        MrValue swap = view;
        view = b;
        b = swap;
    }
    MrValue s = mr_set_new(t, false), it = s == MR_ERROR ? MR_ERROR : mr_iter(t, b);
    if (it == MR_ERROR)
        return it;
    for (;;) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return s;
        int has = v == MR_ERROR ? -1 : view_has(t, view, v);
        if (has < 0 || (has && !mr_set_add(t, s, v)))
            return MR_ERROR;
    }
}

#define OPERATOR(name, does)                                                                    \
    static MrValue view_##name(MrThread *t, MrValue *a) { return does(t, a[0], a[1]); }         \
    static MrValue view_r##name(MrThread *t, MrValue *a) { return does(t, a[1], a[0]); }
OPERATOR(sub, subtract)
OPERATOR(and, intersect)
OPERATOR(or, unite)
OPERATOR(xor, differ)
#undef OPERATOR

static MrValue view_isdisjoint(MrThread *t, MrValue *a)
{
    MrValue view = a[0], other = a[1];
    if (view == other)
        return mr_bool(!VIEW(view)->dict->length);
    if (mr_is_set(other) || is_set_view(other)) {
        int64_t n = mr_is_set(other) ? (int64_t)MR_SET(other)->length : (int64_t)VIEW(other)->dict->length;
        if (n > VIEW(view)->dict->length) {
            other = a[0];
            view = a[1];
        }
    }
    int common = any_is(t, view, other, 1);
    return common < 0 ? MR_ERROR : mr_bool(!common);
}

/* ---- mappingproxy ---- */

MrValue mr_mappingproxy_new(MrThread *t, MrValue mapping)
{
    MrMappingProxy *p = mr_alloc(t, sizeof *p, MR_KIND_MAPPINGPROXY, MR_TYPE_mappingproxy);
    if (!p)
        return MR_ERROR;
    p->mapping = mapping;
    return mr_val(p);
}

static void trace_proxy(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrMappingProxy *)o)->mapping); }

static MrValue mappingproxy_new(MrThread *t, MrValue *a)
{
    if (mr_is_list(a[1]) || mr_is_tuple(a[1]) || mr_slot(t, mr_typeof(t, a[1]), MR_SLOT_getitem) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "mappingproxy() argument must be a mapping, not %s", mr_type_name(t, a[1]));
    return mr_mappingproxy_new(t, a[1]);
}

static MrValue mappingproxy_repr(MrThread *t, MrValue *a)
{
    MrValue repr = mr_repr(t, MAPPING(a[0]));
    return repr == MR_ERROR ? repr : mr_strf(t, "mappingproxy(%s)", mr_cstr(repr));
}

static MrValue mappingproxy_str(MrThread *t, MrValue *a) { return mr_str(t, MAPPING(a[0])); }

static MrValue mappingproxy_len(MrThread *t, MrValue *a)
{
    int64_t n = mr_len(t, MAPPING(a[0]));
    return n < 0 ? MR_ERROR : mr_int(t, n);
}

static MrValue mappingproxy_getitem(MrThread *t, MrValue *a) { return mr_getitem(t, MAPPING(a[0]), a[1]); }

static MrValue mappingproxy_contains(MrThread *t, MrValue *a)
{
    int r = mr_contains(t, MAPPING(a[0]), a[1]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue mappingproxy_iter(MrThread *t, MrValue *a) { return mr_iter(t, MAPPING(a[0])); }

static MrValue mappingproxy_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_hash(t, MAPPING(a[0]), &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}

static MrValue behind(MrValue v) { return mr_is_kind(v, MR_KIND_MAPPINGPROXY) ? MAPPING(v) : v; }

static MrValue mappingproxy_or(MrThread *t, MrValue *a) { return mr_binary(t, MR_BIN_OR, behind(a[0]), behind(a[1])); }

static MrValue mappingproxy_ror(MrThread *t, MrValue *a) { return mr_binary(t, MR_BIN_OR, behind(a[1]), behind(a[0])); }

static MrValue mappingproxy_ior(MrThread *t, MrValue *a)
{
    return mr_raise(t, MR_EXC_TypeError, "'|=' is not supported by %s; use '|' instead", mr_type_name(t, a[0]));
}

#define COMPARE(name, op) \
    static MrValue mappingproxy_##name(MrThread *t, MrValue *a) { return mr_compare(t, op, MAPPING(a[0]), a[1]); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue mappingproxy_reversed(MrThread *t, MrValue *a)
{
    MrValue r = mr_call_slot(t, MAPPING(a[0]), MR_SLOT_reversed, 0, NULL);
    return r != MR_UNBOUND ? r : mr_raise(t, MR_EXC_AttributeError, "'%s' object has no attribute '__reversed__'", mr_type_name(t, MAPPING(a[0])));
}

static MrValue mappingproxy_get(MrThread *t, MrValue *a)
{
    MrValue args[2] = {a[1], a[2] == MR_UNBOUND ? MR_NONE : a[2]};
    return mr_call_method(t, MAPPING(a[0]), mr_n(t, get), 2, args);
}

static MrValue mappingproxy_keys(MrThread *t, MrValue *a) { return mr_call_method0(t, MAPPING(a[0]), mr_n(t, keys)); }

static MrValue mappingproxy_values(MrThread *t, MrValue *a) { return mr_call_method0(t, MAPPING(a[0]), mr_n(t, values)); }

static MrValue mappingproxy_items(MrThread *t, MrValue *a) { return mr_call_method0(t, MAPPING(a[0]), mr_n(t, items)); }

static MrValue mappingproxy_copy(MrThread *t, MrValue *a) { return mr_call_method0(t, MAPPING(a[0]), mr_n(t, copy)); }

/* ---- tables ---- */

static const MrMethodDef iterator_methods[] = {
    {"__length_hint__(self, /)", iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", iterator_reduce, "What pickle and copy need to make such an object.", 0},
    {0},
};

#define ITERATOR(id)                                                                                                                   \
    const MrTypeDef mr_##id##_type = {                                                                                                 \
        .name = #id, .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,                      \
        .methods = iterator_methods, .next = id##_next,                                                                                \
    }
ITERATOR(dict_keyiterator);
ITERATOR(dict_valueiterator);
ITERATOR(dict_itemiterator);
ITERATOR(dict_reversekeyiterator);
ITERATOR(dict_reversevalueiterator);
ITERATOR(dict_reverseitemiterator);

static const MrGetSetDef view_getset[] = {{"mapping", view_mapping, NULL, "the dict that is viewed, read-only"}, {0}};

static const MrMethodDef values_methods[] = {
    {"__repr__(self, /)", view_repr, "The text that repr(self) gives.", 0},
    {"__len__(self, /)", view_len, "The number that len(self) gives.", 0},
    {"__iter__(self, /)", view_iter, "An iterator over self.", 0},
    {"__reversed__(self, /)", view_reversed, "An iterator over the values, last entry first.", 0},
    {0},
};

static const MrMethodDef set_view_methods[] = {
    {"__repr__(self, /)", view_repr, "The text that repr(self) gives.", 0},
    {"__len__(self, /)", view_len, "The number that len(self) gives.", 0},
    {"__iter__(self, /)", view_iter, "An iterator over self.", 0},
    {"__reversed__(self, /)", view_reversed, "An iterator over the view, last entry first.", 0},
    {"__contains__(self, key, /)", view_contains, "Whether `key in self` holds.", 0},
    {"__lt__(self, value, /)", view_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", view_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", view_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", view_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", view_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", view_ge, "Whether self >= value.", 0},
    {"__sub__(self, value, /)", view_sub, "What self - value gives.", 0},
    {"__rsub__(self, value, /)", view_rsub, "What value - self gives.", 0},
    {"__and__(self, value, /)", view_and, "What self & value gives.", 0},
    {"__rand__(self, value, /)", view_rand, "What value & self gives.", 0},
    {"__or__(self, value, /)", view_or, "What self | value gives.", 0},
    {"__ror__(self, value, /)", view_ror, "What value | self gives.", 0},
    {"__xor__(self, value, /)", view_xor, "What self ^ value gives.", 0},
    {"__rxor__(self, value, /)", view_rxor, "What value ^ self gives.", 0},
    {"isdisjoint(self, other, /)", view_isdisjoint, "Whether the view and other have nothing in common.", 0},
    {0},
};

#define VIEW_TYPE(id, table, more)                                                                                                       \
    const MrTypeDef mr_##id##_type = {                                                                                                   \
        .name = #id, .kind = MR_KIND_DICTVIEW, .size = sizeof(MrDictView), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW | (more),       \
        .methods = table, .getset = view_getset, .trace = trace_view,                                                                    \
    }
VIEW_TYPE(dict_keys, set_view_methods, MR_TYPEDEF_ABSTRACT_HASH);
VIEW_TYPE(dict_values, values_methods, 0);
VIEW_TYPE(dict_items, set_view_methods, MR_TYPEDEF_ABSTRACT_HASH);

static const MrMethodDef mappingproxy_methods[] = {
    {"__new__(cls, mapping)", mappingproxy_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", mappingproxy_repr, "The text that repr(self) gives.", 0},
    {"__str__(self, /)", mappingproxy_str, "The text that str(self) gives.", 0},
    {"__hash__(self, /)", mappingproxy_hash, "The number that hash(self) gives.", 0},
    {"__len__(self, /)", mappingproxy_len, "The number that len(self) gives.", 0},
    {"__getitem__(self, key, /)", mappingproxy_getitem, "What self[key] gives.", 0},
    {"__contains__(self, key, /)", mappingproxy_contains, "Whether `key in self` holds.", 0},
    {"__iter__(self, /)", mappingproxy_iter, "An iterator over self.", 0},
    {"__reversed__(self, /)", mappingproxy_reversed, "An iterator over the keys, last entry first.", 0},
    {"__or__(self, value, /)", mappingproxy_or, "What self | value gives.", 0},
    {"__ror__(self, value, /)", mappingproxy_ror, "What value | self gives.", 0},
    {"__ior__(self, value, /)", mappingproxy_ior, "Update self in place: self |= value.", 0},
    {"__lt__(self, value, /)", mappingproxy_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", mappingproxy_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", mappingproxy_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", mappingproxy_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", mappingproxy_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", mappingproxy_ge, "Whether self >= value.", 0},
    {"get(self, key, default=None, /)", mappingproxy_get, "The value at key, or default where the key is missing.", 0},
    {"keys(self, /)", mappingproxy_keys, "A live, set-like view of the keys.", 0},
    {"values(self, /)", mappingproxy_values, "A live view of the values.", 0},
    {"items(self, /)", mappingproxy_items, "A live, set-like view of the (key, value) pairs.", 0},
    {"copy(self, /)", mappingproxy_copy, "A new object with the same entries, which are not copied themselves.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

const MrTypeDef mr_mappingproxy_type = {
    .name = "mappingproxy",
    .kind = MR_KIND_MAPPINGPROXY,
    .size = sizeof(MrMappingProxy),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_MAPPING,
    .methods = mappingproxy_methods,
    .trace = trace_proxy,
    .doc = "Read-only proxy of a mapping.",
};
