/* _functools: reduce, partial and cmp_to_key. The cache is in _functools_cache.c, everything else of functools in Python.
 *
 * A partial's args are an exact tuple and its keywords a dict, always; neither is changed once it is made except by __setstate__, which
 * replaces them, so that a call may take what it needs from them before it calls.
 */
#include "stdlib/native/_functools.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/signature.h"
#include "vm/types/sequence.h"

extern const MrGetSetDef mr_dict_getset; /* vm/types/object.c */

/* ---- reduce ---- */

static MrValue functools_reduce(MrThread *t, MrValue *a)
{
    MrValue function = a[0], sum = a[2], it = mr_iter(t, a[1]), item;
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "reduce() arg 2 must support iteration");
        return MR_ERROR;
    }
    while ((item = mr_next(t, it)) != MR_UNBOUND) {
        if (item != MR_ERROR)
            item = sum == MR_UNBOUND ? item : mr_call2(t, function, sum, item);
        if (item == MR_ERROR)
            return item;
        sum = item;
    }
    return sum == MR_UNBOUND ? mr_raise(t, MR_EXC_TypeError, "reduce() of empty iterable with no initial value") : sum;
}

/* ---- partial ---- */

typedef struct MrPartial {
    MrObj h;
    MrValue function;
    MrTuple *args;
    MrDict *keywords;
} MrPartial;
#define PARTIAL(v) ((MrPartial *)mr_obj_of(v))

static const MrTypeDef partial_def;

static void partial_trace(MrGc *gc, MrObj *o)
{
    MrPartial *p = (MrPartial *)o;
    mr_mark(gc, p->function);
    mr_mark_obj(gc, p->args);
    mr_mark_obj(gc, p->keywords);
}

/* Can a partial of `v` take over its arguments: a partial whose class leaves calls alone and that has no attributes of its own? */
static bool is_flat(MrThread *t, MrValue v)
{
    if (!mr_is_kind(v, MR_KIND_OTHER))
        return false;
    MrType *type = mr_typeof(t, v);
    if (type->def != &partial_def || mr_shape_of(t, mr_obj_of(v))->n != type->named_slots || mr_shape_of(t, mr_obj_of(v))->dict_mode)
        return false;
    MrType *base = mr_type_from_def(t, &partial_def);
    return base && mr_slot(t, type, MR_SLOT_call) == mr_slot(t, base, MR_SLOT_call);
}

static MrValue join_args(MrThread *t, const MrTuple *first, const MrValue *rest, size_t n)
{
    MrValue all = mr_tuple_new(t, first->length + n);
    if (all == MR_ERROR || first->length + n == 0)
        return all;
    bool ok = mr_work_copy_values(t, MR_TUPLE(all)->items, first->items, first->length) && mr_work_copy_values(t, MR_TUPLE(all)->items + first->length, rest, n);
    return ok ? all : MR_ERROR;
}

/* A copy of `first` with what the call adds. */
static MrDict *join_keywords(MrThread *t, MrDict *first, MrValue kwargs)
{
    MrDict *d = first ? mr_dict_copy(t, first) : mr_dict_new(t);
    return d && (kwargs == MR_UNBOUND || mr_dict_update(t, d, kwargs)) ? d : NULL;
}

static MrValue partial_new(MrThread *t, MrValue *a)
{
    MrTuple *given = MR_TUPLE(a[1]);
    if (given->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "type 'partial' takes at least one argument");
    MrValue function = given->items[0];
    if (!mr_callable(t, function))
        return mr_raise(t, MR_EXC_TypeError, "the first argument must be callable");
    MrPartial *inner = is_flat(t, function) ? PARTIAL(function) : NULL;
    MrTuple *before = inner ? inner->args : MR_TUPLE(t->iso->empty_tuple);
    MrPartial *p = mr_alloc_instance(t, sizeof *p, MR_TYPE(a[0]));
    MrValue args = p ? join_args(t, before, given->items + 1, given->length - 1) : MR_ERROR;
    MrDict *keywords = args == MR_ERROR ? NULL : join_keywords(t, inner ? inner->keywords : NULL, a[2]);
    if (!keywords)
        return MR_ERROR;
    p->function = inner ? inner->function : function;
    p->args = MR_TUPLE(args);
    p->keywords = keywords;
    return mr_val(p);
}

#define QUICK_ARGS 16

static MrValue partial_call(MrThread *t, MrValue *a)
{
    MrPartial *p = PARTIAL(a[0]);
    MrTuple *before = p->args, *given = MR_TUPLE(a[1]);
    MrDict *keywords = p->keywords;
    MrValue function = p->function;
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length) {
        if (!(keywords = join_keywords(t, keywords, a[2])))
            return MR_ERROR;
    }
    size_t n = before->length + given->length, i = n, pos = 0;
    MrValue quick[QUICK_ARGS], *all = quick, names = MR_UNBOUND, key, value;
    if (n + keywords->length > QUICK_ARGS && !(all = mr_buffer_new(t, (n + keywords->length) * sizeof(MrValue))))
        return MR_ERROR;
    if (!mr_work_copy_values(t, all, before->items, before->length) || !mr_work_copy_values(t, all + before->length, given->items, given->length))
        return MR_ERROR;
    if (keywords->length == 0)
        return mr_vectorcall(t, function, n, all, NULL);
    if ((names = mr_tuple_new(t, keywords->length)) == MR_ERROR)
        return names;
    while (mr_dict_next(keywords, &pos, &key, &value)) {
        if (!mr_is_str(key))
            return mr_raise(t, MR_EXC_TypeError, "keywords must be strings");
        MR_TUPLE(names)->items[i - n] = key;
        all[i++] = value;
    }
    return mr_vectorcall(t, function, n, all, MR_TUPLE(names));
}

static bool put_parts(MrThread *t, MrBuf *buf, MrPartial *p)
{
    MrTuple *args = p->args;
    MrDict *keywords = p->keywords;
    bool ok = mr_repr_to(t, buf, p->function);
    for (size_t i = 0; ok && i < args->length; i++) {
        mr_buf_puts(buf, ", ");
        ok = mr_repr_to(t, buf, args->items[i]);
    }
    size_t pos = 0;
    MrValue key, value;
    while (ok && mr_dict_next(keywords, &pos, &key, &value)) {
        mr_buf_puts(buf, ", ");
        ok = mr_str_to(t, buf, key);
        mr_buf_putc(buf, '=');
        ok = ok && mr_repr_to(t, buf, value);
    }
    return ok;
}

static MrValue partial_repr(MrThread *t, MrValue *a)
{
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "...");
    MrType *type = mr_typeof(t, a[0]);
    MrBuf buf;
    mr_buf_init(&buf);
    mr_buf_printf(&buf, "%s%s(", type->flags & MR_TYPE_HEAP ? "" : "functools.", type->name->bytes);
    bool ok = put_parts(t, &buf, PARTIAL(a[0]));
    mr_buf_putc(&buf, ')');
    mr_repr_leave(t, a[0]);
    if (!ok) {
        mr_buf_fini(&buf);
        return MR_ERROR;
    }
    return mr_str_buf(t, &buf);
}

static MrValue partial_reduce(MrThread *t, MrValue *a)
{
    MrPartial *p = PARTIAL(a[0]);
    MrShape *s = mr_shape_of(t, &p->h);
    MrValue attributes = s->n || s->dict_mode ? mr_dict_getset.get(t, a[0]) : MR_NONE;
    MrValue first = attributes == MR_ERROR ? attributes : mr_tuple_from(t, &p->function, 1);
    MrValue state[4] = {p->function, mr_val(p->args), mr_val(p->keywords), attributes};
    MrValue out[3] = {mr_val(mr_typeof(t, a[0])), first, first == MR_ERROR ? first : mr_tuple_from(t, state, 4)};
    return out[2] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, out, 3);
}

static MrValue partial_setstate(MrThread *t, MrValue *a)
{
    MrPartial *p = PARTIAL(a[0]);
    MrTuple *state = mr_is_tuple(a[1]) && MR_TUPLE(a[1])->length == 4 ? MR_TUPLE(a[1]) : NULL;
    if (!state || !mr_callable(t, state->items[0]) || !mr_is_tuple(state->items[1]) || (state->items[2] != MR_NONE && !mr_is_dict(state->items[2])))
        return mr_raise(t, MR_EXC_TypeError, "invalid partial state");
    MrValue args = state->items[1], keywords = state->items[2], attributes = state->items[3];
    if (!mr_is_exact(args, MR_TYPE_tuple) && (args = mr_tuple_of(t, args)) == MR_ERROR)
        return args;
    MrDict *d = mr_is_exact(keywords, MR_TYPE_dict) ? MR_DICT(keywords) : join_keywords(t, NULL, keywords == MR_NONE ? MR_UNBOUND : keywords);
    if (!d)
        return MR_ERROR;
    if (attributes == MR_NONE) {
        MrDict *none = mr_dict_new(t);
        attributes = none ? mr_val(none) : MR_ERROR;
    }
    if (attributes == MR_ERROR || !mr_dict_getset.set(t, a[0], attributes))
        return MR_ERROR;
    p->function = state->items[0];
    p->args = MR_TUPLE(args);
    p->keywords = d;
    return MR_NONE;
}

static MrValue partial_get_func(MrThread *t, MrValue self)
{
    (void)t;
    return PARTIAL(self)->function;
}

static MrValue partial_get_args(MrThread *t, MrValue self)
{
    (void)t;
    return mr_val(PARTIAL(self)->args);
}

static MrValue partial_get_keywords(MrThread *t, MrValue self)
{
    (void)t;
    return mr_val(PARTIAL(self)->keywords);
}

static const MrMethodDef partial_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", partial_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__call__(self, /, *args, **kwargs)", partial_call, "What self(...) runs.", 0},
    {"__repr__(self, /)", partial_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", partial_reduce, "What pickle needs to make it again.", 0},
    {"__setstate__(self, state, /)", partial_setstate, "Take over what __getstate__ gave.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0}};

static const MrGetSetDef partial_getset[] = {
    {"func", partial_get_func, mr_set_readonly, "what will be called"},
    {"args", partial_get_args, mr_set_readonly, "the positional arguments that come first"},
    {"keywords", partial_get_keywords, mr_set_readonly, "the keyword arguments that are filled in"},
    {0}};

static const MrTypeDef partial_def = {
    .name = "functools.partial",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrPartial),
    .flags = MR_TYPEDEF_DICT,
    .methods = partial_methods,
    .getset = partial_getset,
    .doc = "A callable with some arguments of func filled in; those of the call are added.",
    .trace = partial_trace,
    .module = "functools"};

/* ---- cmp_to_key ---- */

typedef struct MrKey {
    MrObj h;
    MrValue compare;
    MrValue object; /* MR_UNBOUND: it is the factory that cmp_to_key returned */
} MrKey;
#define KEY(v) ((MrKey *)mr_obj_of(v))

static const MrTypeDef key_def;

static void key_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrKey *)o)->compare);
    mr_mark(gc, ((MrKey *)o)->object);
}

static MrValue new_key(MrThread *t, MrType *type, MrValue compare, MrValue object)
{
    MrKey *k = type && mr_type_ready(t, type) ? mr_alloc_instance(t, sizeof *k, type) : NULL;
    if (!k)
        return MR_ERROR;
    k->compare = compare;
    k->object = object;
    return mr_val(k);
}

static MrValue functools_cmp_to_key(MrThread *t, MrValue *a)
{
    return new_key(t, mr_type_from_def(t, &key_def), a[0], MR_UNBOUND);
}

static MrValue key_call(MrThread *t, MrValue *a)
{
    if (a[1] == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "K() missing required argument 'obj' (pos 1)");
    return new_key(t, mr_typeof(t, a[0]), KEY(a[0])->compare, a[1]);
}

static MrValue compare_keys(MrThread *t, MrCompare op, MrValue *a)
{
    if (mr_typeof(t, a[0]) != mr_typeof(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "other argument must be K instance");
    MrValue x = KEY(a[0])->object, y = KEY(a[1])->object;
    if (x == MR_UNBOUND || y == MR_UNBOUND)
        return mr_raise(t, MR_EXC_AttributeError, "object");
    MrValue r = mr_call2(t, KEY(a[0])->compare, x, y);
    return r == MR_ERROR ? r : mr_compare(t, op, r, mr_small_int(0));
}

static MrValue key_lt(MrThread *t, MrValue *a) { return compare_keys(t, MR_CMP_LT, a); }
static MrValue key_le(MrThread *t, MrValue *a) { return compare_keys(t, MR_CMP_LE, a); }
static MrValue key_eq(MrThread *t, MrValue *a) { return compare_keys(t, MR_CMP_EQ, a); }
static MrValue key_ne(MrThread *t, MrValue *a) { return compare_keys(t, MR_CMP_NE, a); }
static MrValue key_gt(MrThread *t, MrValue *a) { return compare_keys(t, MR_CMP_GT, a); }
static MrValue key_ge(MrThread *t, MrValue *a) { return compare_keys(t, MR_CMP_GE, a); }

static MrValue key_get_obj(MrThread *t, MrValue self)
{
    (void)t;
    return KEY(self)->object == MR_UNBOUND ? MR_NONE : KEY(self)->object;
}

static bool key_set_obj(MrThread *t, MrValue self, MrValue value)
{
    KEY(self)->object = value;
    mr_write_barrier(t, mr_obj_of(self), value);
    return true;
}

static const MrMethodDef key_methods[] = {
    {"__call__(self, obj=None)", key_call, "What self(...) runs.", 0}, {"__lt__(self, value, /)", key_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", key_le, "Whether self <= value.", 0},          {"__eq__(self, value, /)", key_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", key_ne, "Whether self != value.", 0},          {"__gt__(self, value, /)", key_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", key_ge, "Whether self >= value.", 0},          {0}};

static const MrGetSetDef key_getset[] = {{"obj", key_get_obj, key_set_obj, "the value that is compared"}, {0}};

static const MrTypeDef key_def = {
    .name = "functools.KeyWrapper",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrKey),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW | MR_TYPEDEF_ABSTRACT_HASH,
    .methods = key_methods,
    .getset = key_getset,
    .trace = key_trace,
    .module = "functools"};

/* ---- the module ---- */

static const MrMethodDef functions[] = {
    {"reduce(function, iterable, initial=None, /)", functools_reduce,
     "Combine the items with a function of two arguments, from the left: f(f(f(initial, a), b), c). Without initial the first item takes its place; "
     "if there is none either, TypeError.", MR_METHOD_TUPLE},
    {"cmp_to_key(mycmp)", functools_cmp_to_key,
     "Turn a function that compares two values, with a result below, equal to or above 0, into one for the key arguments of sorted() and the like.", 0},
    {0}};

static const MrTypeDef *const types[] = {&partial_def, &mr_lru_cache_def, NULL};

const MrModuleDef mr_module__functools = {
    .name = "_functools", .functions = functions, .doc = "What the functools module needs in C.", .types = types};
