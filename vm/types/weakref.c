/* weakref.ref and the two sorts of proxies.
 *
 * All live references of an object stand in a list that the weak table holds (vm/weak.c): the oldest with a callback first, then the proxy
 * and the plain reference that are shared by all who ask for one without callback. Callbacks run from the end of what died, so the
 * newest is called first. The list's members are not kept alive by it: a reference is allocated before the list is looked at, and nothing is
 * allocated between looking and storing.
 */
#include "vm/types/weakref.h"

#include "vm/attr.h"
#include "vm/error.h"
#include "vm/types/genericalias.h"

#define REF(v) ((MrWeakref *)mr_obj_of(v))
#define SIZE offsetof(MrWeakref, extra)

static const MrTypeDef callable_weakproxy_type;

bool mr_type_takes_weakrefs(const MrType *type)
{
    if (type->flags & MR_TYPE_HEAP)
        return type->flags & MR_TYPE_HAS_WEAKREF;
    switch (type->def->kind) {
    case MR_KIND_TYPE:
    case MR_KIND_MEMORYVIEW:
    case MR_KIND_SET:
    case MR_KIND_ARRAY:
    case MR_KIND_FUNCTION:
    case MR_KIND_METHOD:
    case MR_KIND_CODE:
    case MR_KIND_GENERATOR:
    case MR_KIND_MODULE:
    case MR_KIND_FUTURE:
    case MR_KIND_TASK: return true;
    case MR_KIND_NATIVE: return type->root->id == MR_TYPE_builtin_function;
    case MR_KIND_OTHER:
        if (type->def->flags & MR_TYPEDEF_NO_WEAKREF)
            return false;
        if (type->root->id < MR_TYPE_COUNT)
            return type->root->id == MR_TYPE_GenericAlias || type->root->id == MR_TYPE_Context;
        return true;
    case MR_KIND_INSTANCE: return type->root->id >= MR_TYPE_COUNT;
    default: return false;
    }
}

static bool check_target(MrThread *t, MrValue v)
{
    if (mr_is_obj(v) && mr_type_takes_weakrefs(mr_typeof(t, v)))
        return true;
    mr_raise(t, MR_EXC_TypeError, "cannot create weak reference to '%s' object", mr_type_name(t, v));
    return false;
}

static bool is_proxy(MrThread *t, MrValue v)
{
    return mr_is_kind(v, MR_KIND_WEAKREF) && !mr_isinstance_of(t, v, MR_TYPE_weakref);
}

/* May the reference be handed out to everybody? */
static bool is_shared(MrThread *t, MrValue ref)
{
    return REF(ref)->callback == MR_NONE && (mr_obj_of(ref)->shape == MR_TYPE_weakref || is_proxy(t, ref));
}

/* The shared plain reference or proxy of an object, or MR_UNBOUND. */
static MrValue find_shared(MrThread *t, MrObj *target, bool proxy)
{
    MrValue list = mr_weak_refs(t, target, false);
    if (list == MR_UNBOUND)
        return list;
    MrList *l = MR_LIST(list);
    for (size_t i = l->length; i > 0 && is_shared(t, l->items[i - 1]); i--)
        if (is_proxy(t, l->items[i - 1]) == proxy)
            return l->items[i - 1];
    return MR_UNBOUND;
}

/* The object's list with room for one more. Collecting may drop the list, so it is looked up again after allocating. */
static MrList *list_with_room(MrThread *t, MrObj *target)
{
    for (size_t capacity = 4;; capacity *= 2) {
        MrValue *items = mr_buffer_new(t, capacity * sizeof *items);
        MrValue list = items ? mr_weak_refs(t, target, true) : MR_ERROR;
        if (list == MR_ERROR)
            return NULL;
        MrList *l = MR_LIST(list);
        if (l->length >= capacity)
            continue;
        if (l->length == l->capacity) {
            memcpy(items, l->items, l->length * sizeof *items);
            l->items = items;
            l->capacity = capacity;
        }
        return l;
    }
}

static MrValue new_ref(MrThread *t, MrType *type, MrValue target, MrValue callback)
{
    MrWeakref *ref = mr_alloc_instance(t, SIZE, type);
    if (!ref)
        return MR_ERROR;
    ref->callback = callback == MR_UNBOUND ? MR_NONE : callback;
    MrList *l = list_with_room(t, mr_obj_of(target));
    if (!l)
        return MR_ERROR;
    ref->target = mr_obj_of(target);
    MrValue self = mr_val(ref);
    bool shared = is_shared(t, self), plain = shared && !is_proxy(t, self);
    size_t at = l->length; /* plain references go to the very end, proxies before them, all others before both */
    while (!plain && at > 0 && is_shared(t, l->items[at - 1]) && !(shared && is_proxy(t, l->items[at - 1])))
        at--;
    memmove(l->items + at + 1, l->items + at, (l->length - at) * sizeof *l->items);
    l->items[at] = self;
    l->length++;
    return self;
}

MrValue mr_weakref_list(MrThread *t, MrValue target)
{
    MrValue list = mr_is_obj(target) ? mr_weak_refs(t, mr_obj_of(target), false) : MR_UNBOUND;
    if (list == MR_UNBOUND)
        return mr_list_new(t, 0);
    MrValue out = mr_list_from(t, MR_LIST(list)->items, MR_LIST(list)->length);
    if (out == MR_ERROR)
        return out;
    MrList *l = MR_LIST(out);
    for (size_t i = 0; i < l->length / 2; i++) {
        MrValue v = l->items[i];
        l->items[i] = l->items[l->length - 1 - i];
        l->items[l->length - 1 - i] = v;
    }
    return out;
}

/* ---- ref ---- */

static MrValue ref_new(MrThread *t, MrValue *a)
{
    MrType *type = MR_TYPE(a[0]);
    MrTuple *args = MR_TUPLE(a[1]);
    bool exact = type == mr_builtin_type(t, MR_TYPE_weakref);
    if (exact && a[2] != MR_UNBOUND && MR_DICT(a[2])->length)
        return mr_raise(t, MR_EXC_TypeError, "ref() takes no keyword arguments");
    if (!args->length || args->length > 2)
        return mr_raise(t, MR_EXC_TypeError, "__new__ expected at %s, got %zu", args->length ? "most 2 arguments" : "least 1 argument", args->length);
    MrValue target = args->items[0], callback = args->length == 2 ? args->items[1] : MR_NONE;
    if (!check_target(t, target))
        return MR_ERROR;
    if (exact && callback == MR_NONE) {
        MrValue shared = find_shared(t, mr_obj_of(target), false);
        if (shared != MR_UNBOUND)
            return shared;
    }
    return new_ref(t, type, target, callback);
}

static MrValue ref_init(MrThread *t, MrValue *a) { (void)t; (void)a; return MR_NONE; }

static MrValue ref_call(MrThread *t, MrValue *a)
{
    if (MR_TUPLE(a[1])->length)
        return mr_raise(t, MR_EXC_TypeError, "weakref expected 0 arguments, got %zu", MR_TUPLE(a[1])->length);
    MrObj *target = REF(a[0])->target;
    return target ? mr_val(target) : MR_NONE;
}

static MrValue ref_hash(MrThread *t, MrValue *a)
{
    MrWeakref *ref = REF(a[0]);
    if (!ref->hashed) {
        if (!ref->target)
            return mr_raise(t, MR_EXC_TypeError, "weak object has gone away");
        uint64_t h;
        if (!mr_hash(t, mr_val(ref->target), &h))
            return MR_ERROR;
        ref->hash = h;
        ref->hashed = true;
    }
    return mr_int(t, (int64_t)ref->hash);
}

static MrValue compare_refs(MrThread *t, MrCompare op, MrValue *a)
{
    if (!mr_isinstance_of(t, a[0], MR_TYPE_weakref) || !mr_isinstance_of(t, a[1], MR_TYPE_weakref))
        return MR_NOT_IMPLEMENTED;
    MrObj *x = REF(a[0])->target, *y = REF(a[1])->target;
    if (!x || !y)
        return mr_bool((a[0] == a[1]) == (op == MR_CMP_EQ));
    return mr_compare(t, op, mr_val(x), mr_val(y));
}

static MrValue ref_eq(MrThread *t, MrValue *a) { return compare_refs(t, MR_CMP_EQ, a); }
static MrValue ref_ne(MrThread *t, MrValue *a) { return compare_refs(t, MR_CMP_NE, a); }

static MrValue ref_repr(MrThread *t, MrValue *a)
{
    MrObj *target = REF(a[0])->target;
    void *self = mr_obj_of(a[0]);
    if (!target)
        return mr_strf(t, "<weakref at %p; dead>", self);
    MrValue name = mr_getattr_or(t, mr_val(target), mr_n(t, __name__));
    if (name == MR_ERROR)
        return name;
    const char *type = mr_type_name(t, mr_val(target));
    if (mr_is_str(name))
        return mr_strf(t, "<weakref at %p; to '%s' at %p (%s)>", self, type, (void *)target, mr_cstr(name));
    return mr_strf(t, "<weakref at %p; to '%s' at %p>", self, type, (void *)target);
}

static MrValue ref_class_getitem(MrThread *t, MrValue *a) { return mr_generic_alias(t, a[0], a[1]); }

static MrValue get_callback(MrThread *t, MrValue self) { (void)t; return REF(self)->target ? REF(self)->callback : MR_NONE; }

static const MrMethodDef ref_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", ref_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__init__(self, ob, callback=None, /, **kwargs)", ref_init, "Set up a new object from the arguments.", 0},
    {"__call__(self, /, *args)", ref_call, "What self(...) runs.", 0},
    {"__hash__(self, /)", ref_hash, "The number that hash(self) gives.", 0},
    {"__eq__(self, value, /)", ref_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", ref_ne, "Whether self != value.", 0},
    {"__repr__(self, /)", ref_repr, "The text that repr(self) gives.", 0},
    {"__class_getitem__(cls, item, /)", ref_class_getitem, "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0}};
static const MrGetSetDef ref_getset[] = {{"__callback__", get_callback, NULL, "what is called when the object dies, or None"}, {0}};
const MrTypeDef mr_weakref_type = {.name = "weakref.ReferenceType", .kind = MR_KIND_WEAKREF, .size = SIZE, .methods = ref_methods, .getset = ref_getset,
                                   .doc = "A reference that does not keep its object alive: calling it gives the object, or None once it is gone. "
                                          "callback(ref) is called then."};

/* ---- proxies ---- */

MrValue mr_weakproxy_new(MrThread *t, MrValue target, MrValue callback)
{
    if (!check_target(t, target))
        return MR_ERROR;
    if (callback == MR_UNBOUND || callback == MR_NONE) {
        MrValue shared = find_shared(t, mr_obj_of(target), true);
        if (shared != MR_UNBOUND)
            return shared;
    }
    MrType *type = mr_callable(t, target) ? mr_type_from_def(t, &callable_weakproxy_type) : mr_builtin_type(t, MR_TYPE_weakproxy);
    return type ? new_ref(t, type, target, callback) : MR_ERROR;
}

MrType *mr_weakproxy_callable_type(MrThread *t) { return mr_type_from_def(t, &callable_weakproxy_type); }

/* Replaces the proxies among a[0..n) by what they stand for. */
static bool unwrap(MrThread *t, MrValue *a, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!is_proxy(t, a[i]))
            continue;
        if (!REF(a[i])->target) {
            mr_raise(t, MR_EXC_ReferenceError, "weakly-referenced object no longer exists");
            return false;
        }
        a[i] = mr_val(REF(a[i])->target);
    }
    return true;
}

#define FORWARD(name, n, result) \
    static MrValue proxy_##name(MrThread *t, MrValue *a) { return unwrap(t, a, n) ? (result) : MR_ERROR; }
#define OPERATOR(name, op) \
    FORWARD(name, 2, mr_binary(t, op, a[0], a[1])) \
    FORWARD(r##name, 2, mr_binary(t, op, a[1], a[0])) \
    FORWARD(i##name, 2, mr_inplace(t, op, a[0], a[1]))
OPERATOR(add, MR_BIN_ADD) OPERATOR(sub, MR_BIN_SUB) OPERATOR(mul, MR_BIN_MUL) OPERATOR(truediv, MR_BIN_TRUEDIV) OPERATOR(floordiv, MR_BIN_FLOORDIV)
OPERATOR(mod, MR_BIN_MOD) OPERATOR(pow, MR_BIN_POW) OPERATOR(lshift, MR_BIN_LSHIFT) OPERATOR(rshift, MR_BIN_RSHIFT) OPERATOR(and, MR_BIN_AND)
OPERATOR(or, MR_BIN_OR) OPERATOR(xor, MR_BIN_XOR) OPERATOR(matmul, MR_BIN_MATMUL)
FORWARD(neg, 1, mr_unary(t, MR_SLOT_neg, a[0])) FORWARD(pos, 1, mr_unary(t, MR_SLOT_pos, a[0])) FORWARD(abs, 1, mr_unary(t, MR_SLOT_abs, a[0]))
FORWARD(invert, 1, mr_unary(t, MR_SLOT_invert, a[0]))
FORWARD(lt, 2, mr_compare(t, MR_CMP_LT, a[0], a[1])) FORWARD(le, 2, mr_compare(t, MR_CMP_LE, a[0], a[1])) FORWARD(eq, 2, mr_compare(t, MR_CMP_EQ, a[0], a[1]))
FORWARD(ne, 2, mr_compare(t, MR_CMP_NE, a[0], a[1])) FORWARD(gt, 2, mr_compare(t, MR_CMP_GT, a[0], a[1])) FORWARD(ge, 2, mr_compare(t, MR_CMP_GE, a[0], a[1]))
FORWARD(str, 1, mr_str(t, a[0])) FORWARD(iter, 1, mr_iter(t, a[0])) FORWARD(index, 1, mr_index(t, a[0]))
FORWARD(getitem, 2, mr_getitem(t, a[0], a[1])) FORWARD(setitem, 3, mr_setitem(t, a[0], a[1], a[2]) ? MR_NONE : MR_ERROR)
FORWARD(delitem, 2, mr_delitem(t, a[0], a[1]) ? MR_NONE : MR_ERROR)
FORWARD(int, 1, mr_call1(t, mr_type_val(t, MR_TYPE_int), a[0])) FORWARD(float, 1, mr_call1(t, mr_type_val(t, MR_TYPE_float), a[0]))
FORWARD(bytes, 1, mr_call1(t, mr_type_val(t, MR_TYPE_bytes), a[0])) FORWARD(reversed, 1, mr_call1(t, mr_type_val(t, MR_TYPE_reversed), a[0]))
FORWARD(call, 1, mr_call_kw(t, a[0], a[1], a[2]))

static MrValue divmod_of(MrThread *t, MrValue x, MrValue y)
{
    return mr_call2(t, mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "divmod", 6)), x, y);
}
FORWARD(divmod, 2, divmod_of(t, a[0], a[1])) FORWARD(rdivmod, 2, divmod_of(t, a[1], a[0]))

static MrValue boolean(int r) { return r < 0 ? MR_ERROR : mr_bool(r); }
FORWARD(bool, 1, boolean(mr_truth(t, a[0]))) FORWARD(contains, 2, boolean(mr_contains(t, a[0], a[1])))

static MrValue proxy_len(MrThread *t, MrValue *a)
{
    int64_t n = unwrap(t, a, 1) ? mr_len(t, a[0]) : -1;
    return n < 0 ? MR_ERROR : mr_int(t, n);
}

static MrValue proxy_next(MrThread *t, MrValue *a)
{
    if (!unwrap(t, a, 1))
        return MR_ERROR;
    if (mr_slot(t, mr_typeof(t, a[0]), MR_SLOT_next) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "Weakref proxy referenced a non-iterator '%s' object", mr_type_name(t, a[0]));
    return mr_call_slot(t, a[0], MR_SLOT_next, 0, NULL);
}

static MrStr *attribute_name(MrThread *t, MrValue name)
{
    if (mr_is_str(name))
        return mr_intern_str(t, MR_STR(name));
    mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, name));
    return NULL;
}

static MrValue proxy_getattribute(MrThread *t, MrValue *a)
{
    MrStr *name = unwrap(t, a, 1) ? attribute_name(t, a[1]) : NULL;
    return name ? mr_getattr(t, a[0], name) : MR_ERROR;
}

static MrValue proxy_setattr(MrThread *t, MrValue *a)
{
    MrStr *name = unwrap(t, a, 1) ? attribute_name(t, a[1]) : NULL;
    return name && mr_setattr(t, a[0], name, a[2]) ? MR_NONE : MR_ERROR;
}

static MrValue proxy_delattr(MrThread *t, MrValue *a)
{
    MrStr *name = unwrap(t, a, 1) ? attribute_name(t, a[1]) : NULL;
    return name && mr_setattr(t, a[0], name, MR_UNBOUND) ? MR_NONE : MR_ERROR;
}

static MrValue proxy_repr(MrThread *t, MrValue *a)
{
    MrObj *target = REF(a[0])->target;
    return mr_strf(t, "<weakproxy at %p to %s at %p>", (void *)mr_obj_of(a[0]), target ? mr_type_name(t, mr_val(target)) : "NoneType", (void *)target);
}

#define UNARY_ROW(name) {"__" #name "__(self, /)", proxy_##name, NULL, 0}
#define BINARY_ROW(name) {"__" #name "__(self, value, /)", proxy_##name, NULL, 0}
#define KEY_ROW(name) {"__" #name "__(self, key, /)", proxy_##name, NULL, 0}
#define OPERATOR_ROWS(name) BINARY_ROW(name), BINARY_ROW(r##name), BINARY_ROW(i##name)
#define PROXY_ROWS \
    UNARY_ROW(repr), UNARY_ROW(str), UNARY_ROW(iter), UNARY_ROW(next), UNARY_ROW(bool), UNARY_ROW(len), UNARY_ROW(int), UNARY_ROW(float), \
    UNARY_ROW(index), UNARY_ROW(bytes), UNARY_ROW(reversed), UNARY_ROW(neg), UNARY_ROW(pos), UNARY_ROW(abs), UNARY_ROW(invert), \
    BINARY_ROW(lt), BINARY_ROW(le), BINARY_ROW(eq), BINARY_ROW(ne), BINARY_ROW(gt), BINARY_ROW(ge), KEY_ROW(contains), KEY_ROW(getitem), \
    KEY_ROW(delitem), BINARY_ROW(divmod), BINARY_ROW(rdivmod), OPERATOR_ROWS(add), OPERATOR_ROWS(sub), OPERATOR_ROWS(mul), \
    OPERATOR_ROWS(truediv), OPERATOR_ROWS(floordiv), OPERATOR_ROWS(mod), OPERATOR_ROWS(pow), OPERATOR_ROWS(lshift), OPERATOR_ROWS(rshift), \
    OPERATOR_ROWS(and), OPERATOR_ROWS(or), OPERATOR_ROWS(xor), OPERATOR_ROWS(matmul), \
    {"__setitem__(self, key, value, /)", proxy_setitem, NULL, 0}, {"__getattribute__(self, name, /)", proxy_getattribute, NULL, 0}, \
    {"__setattr__(self, name, value, /)", proxy_setattr, NULL, 0}, {"__delattr__(self, name, /)", proxy_delattr, NULL, 0}

static const MrMethodDef proxy_methods[] = {PROXY_ROWS, {0}};
static const MrMethodDef callable_proxy_methods[] = {PROXY_ROWS, {"__call__(self, /, *args, **kwargs)", proxy_call, NULL, 0}, {0}};
const MrTypeDef mr_weakproxy_type = {.name = "weakref.ProxyType", .kind = MR_KIND_WEAKREF, .size = SIZE,
                                     .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW | MR_TYPEDEF_ABSTRACT_HASH, .methods = proxy_methods};
static const MrTypeDef callable_weakproxy_type = {.name = "weakref.CallableProxyType", .kind = MR_KIND_WEAKREF, .size = SIZE,
                                              .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW | MR_TYPEDEF_ABSTRACT_HASH, .methods = callable_proxy_methods};
