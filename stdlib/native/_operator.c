/* _operator: the operators as functions, and the callables itemgetter, attrgetter, methodcaller. */
#include "stdlib/native/builtins.h"
#include "vm/call.h"
#include "vm/type.h"
#include "vm/types/sequence.h"

/* ---- operators ---- */

#define BINARY(name, op)                                                                                              \
    static MrValue op_##name(MrThread *t, MrValue *a) { return mr_binary(t, MR_BIN_##op, a[0], a[1]); }               \
    static MrValue op_i##name(MrThread *t, MrValue *a) { return mr_inplace(t, MR_BIN_##op, a[0], a[1]); }
BINARY(add, ADD)
BINARY(sub, SUB)
BINARY(mul, MUL)
BINARY(truediv, TRUEDIV)
BINARY(floordiv, FLOORDIV)
BINARY(mod, MOD)
BINARY(pow, POW)
BINARY(lshift, LSHIFT)
BINARY(rshift, RSHIFT)
BINARY(and, AND)
BINARY(or, OR)
BINARY(xor, XOR)
BINARY(matmul, MATMUL)
#undef BINARY

#define COMPARE(name, op) static MrValue op_##name(MrThread *t, MrValue *a) { return mr_compare(t, MR_CMP_##op, a[0], a[1]); }
COMPARE(lt, LT)
COMPARE(le, LE)
COMPARE(eq, EQ)
COMPARE(ne, NE)
COMPARE(gt, GT)
COMPARE(ge, GE)
#undef COMPARE

#define UNARY(name) static MrValue op_##name(MrThread *t, MrValue *a) { return mr_unary(t, MR_SLOT_##name, a[0]); }
UNARY(neg)
UNARY(pos)
UNARY(invert)
UNARY(abs)
#undef UNARY

static MrValue answer(int r) { return r < 0 ? MR_ERROR : mr_bool(r); }
static MrValue op_not(MrThread *t, MrValue *a)
{
    int r = mr_truth(t, a[0]);
    return r < 0 ? MR_ERROR : mr_bool(!r);
}
static MrValue op_truth(MrThread *t, MrValue *a) { return answer(mr_truth(t, a[0])); }
static MrValue op_contains(MrThread *t, MrValue *a) { return answer(mr_contains(t, a[0], a[1])); }
static MrValue op_index(MrThread *t, MrValue *a) { return mr_index(t, a[0]); }
static MrValue op_getitem(MrThread *t, MrValue *a) { return mr_getitem(t, a[0], a[1]); }
static MrValue op_setitem(MrThread *t, MrValue *a) { return mr_setitem(t, a[0], a[1], a[2]) ? MR_NONE : MR_ERROR; }
static MrValue op_delitem(MrThread *t, MrValue *a) { return mr_delitem(t, a[0], a[1]) ? MR_NONE : MR_ERROR; }
static MrValue op_call(MrThread *t, MrValue *a) { return mr_call_kw(t, a[0], a[1], a[2]); }

static MrValue op_is(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(a[0] == a[1]);
}

static MrValue op_is_not(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(a[0] != a[1]);
}

static MrValue concat(MrThread *t, MrValue *a, bool inplace)
{
    if (mr_slot(t, mr_typeof(t, a[0]), MR_SLOT_getitem) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object can't be concatenated", mr_type_name(t, a[0]));
    return inplace ? mr_inplace(t, MR_BIN_ADD, a[0], a[1]) : mr_binary(t, MR_BIN_ADD, a[0], a[1]);
}

static MrValue op_concat(MrThread *t, MrValue *a) { return concat(t, a, false); }
static MrValue op_iconcat(MrThread *t, MrValue *a) { return concat(t, a, true); }

static MrValue op_countOf(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter(t, a[0]);
    int64_t n = 0;
    if (it == MR_ERROR)
        return it;
    for (;;) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND || v == MR_ERROR)
            return v == MR_UNBOUND ? mr_int(t, n) : v;
        int same = mr_eq(t, v, a[1]);
        if (same < 0)
            return MR_ERROR;
        n += same;
    }
}

static MrValue op_indexOf(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter(t, a[0]);
    if (it == MR_ERROR)
        return it;
    for (int64_t i = 0;; i++) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return mr_raise(t, MR_EXC_ValueError, "sequence.index(x): x not in sequence");
        int same = v == MR_ERROR ? -1 : mr_eq(t, v, a[1]);
        if (same)
            return same < 0 ? MR_ERROR : mr_int(t, i);
    }
}

static MrValue op_length_hint(MrThread *t, MrValue *a)
{
    int64_t otherwise = 0;
    if (a[1] != MR_UNBOUND) {
        if (!mr_is_integer(a[1]))
            return mr_raise(t, MR_EXC_TypeError, "'%s' object cannot be interpreted as an integer", mr_type_name(t, a[1]));
        if (!mr_to_ssize(t, a[1], &otherwise))
            return MR_ERROR;
    }
    int64_t n = mr_length_hint(t, a[0], otherwise);
    return n < 0 && mr_pending(t) ? MR_ERROR : mr_int(t, n);
}

/* ---- itemgetter, attrgetter, methodcaller ---- */

/* args: the keys; the dotted names (names: each as a tuple of interned parts); or the method's arguments. */
typedef struct Getter {
    MrObj h;
    MrTuple *args;
    MrTuple *names;
    MrStr *method;
    MrValue keywords; /* dict or MR_UNBOUND */
} Getter;

#define SELF ((Getter *)mr_obj_of(a[0]))

static Getter *getter_new(MrThread *t, MrValue cls, MrValue args)
{
    Getter *g = mr_alloc_instance(t, sizeof *g, MR_TYPE(cls));
    if (g) {
        g->args = MR_TUPLE(args);
        mr_write_barrier(t, g, args);
    }
    return g;
}

static MrValue itemgetter_new(MrThread *t, MrValue *a)
{
    if (a[2] != MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "itemgetter() takes no keyword arguments");
    if (MR_TUPLE(a[1])->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "itemgetter expected 1 argument, got 0");
    Getter *g = getter_new(t, a[0], a[1]);
    return g ? mr_val(g) : MR_ERROR;
}

static MrValue itemgetter_call(MrThread *t, MrValue *a)
{
    MrTuple *keys = SELF->args;
    if (keys->length == 1) {
        MrValue key = keys->items[0];
        if (mr_is_int(key) && (mr_is_exact(a[1], MR_TYPE_tuple) || mr_is_exact(a[1], MR_TYPE_list))) {
            MrValue *items;
            size_t n;
            mr_sequence_items(a[1], &items, &n);
            if (mr_int_of(key) >= 0 && (size_t)mr_int_of(key) < n)
                return items[mr_int_of(key)];
        }
        return mr_getitem(t, a[1], key);
    }
    MrValue out = mr_list_new(t, keys->length);
    for (size_t i = 0; out != MR_ERROR && i < keys->length; i++) {
        MrValue v = mr_getitem(t, a[1], keys->items[i]);
        if (v == MR_ERROR || !mr_list_append(t, out, v))
            return MR_ERROR;
    }
    return out == MR_ERROR ? out : mr_tuple_of(t, out);
}

/* "a.b.c" as a tuple of interned strs. */
static MrValue split_name(MrThread *t, MrValue name)
{
    MrValue list = mr_list_new(t, 2);
    for (const char *p = mr_cstr(name), *dot; list != MR_ERROR; p = dot + 1) {
        dot = strchr(p, '.');
        MrStr *part = mr_intern(t, p, dot ? (size_t)(dot - p) : strlen(p));
        if (!part || !mr_list_append(t, list, mr_val(part)))
            return MR_ERROR;
        if (!dot)
            return mr_tuple_of(t, list);
    }
    return MR_ERROR;
}

static MrValue attrgetter_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (a[2] != MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "attrgetter() takes no keyword arguments");
    if (args->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "attrgetter expected 1 argument, got 0");
    MrValue names = mr_list_new(t, args->length);
    for (size_t i = 0; names != MR_ERROR && i < args->length; i++) {
        if (!mr_is_str(args->items[i]))
            return mr_raise(t, MR_EXC_TypeError, "attribute name must be a string");
        MrValue parts = split_name(t, args->items[i]);
        if (parts == MR_ERROR || !mr_list_append(t, names, parts))
            return MR_ERROR;
    }
    Getter *g = names == MR_ERROR ? NULL : getter_new(t, a[0], a[1]);
    MrValue tuple = g ? mr_tuple_of(t, names) : MR_ERROR;
    if (tuple == MR_ERROR)
        return tuple;
    g->names = MR_TUPLE(tuple);
    mr_write_barrier(t, g, tuple);
    return mr_val(g);
}

static MrValue follow(MrThread *t, MrValue v, MrTuple *parts)
{
    for (size_t i = 0; i < parts->length && v != MR_ERROR; i++)
        v = mr_getattr(t, v, MR_STR(parts->items[i]));
    return v;
}

static MrValue attrgetter_call(MrThread *t, MrValue *a)
{
    MrTuple *names = SELF->names;
    if (names->length == 1)
        return follow(t, a[1], MR_TUPLE(names->items[0]));
    MrValue out = mr_list_new(t, names->length);
    for (size_t i = 0; out != MR_ERROR && i < names->length; i++) {
        MrValue v = follow(t, a[1], MR_TUPLE(names->items[i]));
        if (v == MR_ERROR || !mr_list_append(t, out, v))
            return MR_ERROR;
    }
    return out == MR_ERROR ? out : mr_tuple_of(t, out);
}

static MrValue methodcaller_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (args->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "methodcaller needs at least one argument, the method name");
    if (!mr_is_str(args->items[0]))
        return mr_raise(t, MR_EXC_TypeError, "method name must be a string");
    MrStr *name = mr_intern(t, mr_cstr(args->items[0]), MR_STR(args->items[0])->nbytes);
    MrValue rest = name ? mr_tuple_from(t, args->items + 1, args->length - 1) : MR_ERROR;
    Getter *g = rest == MR_ERROR ? NULL : getter_new(t, a[0], rest);
    if (!g)
        return MR_ERROR;
    g->method = name;
    g->keywords = a[2];
    return mr_val(g);
}

static MrValue methodcaller_call(MrThread *t, MrValue *a)
{
    Getter *g = SELF;
    if (g->keywords == MR_UNBOUND)
        return mr_call_method(t, a[1], g->method, g->args->length, g->args->items);
    MrValue f = mr_getattr(t, a[1], g->method);
    return f == MR_ERROR ? f : mr_call_kw(t, f, mr_val(g->args), g->keywords);
}

/* The type's name with the arguments as they were given. */
static MrValue getter_repr(MrThread *t, MrValue *a)
{
    Getter *g = SELF;
    MrBuf b = MR_BUF_EMPTY;
    MrValue name = mr_type_qualified_name(t, mr_typeof(t, a[0])), key, value;
    int entered = name == MR_ERROR ? -1 : mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_strf(t, "%s(...)", mr_cstr(name));
    mr_buf_printf(&b, "%s(", mr_cstr(name));
    bool ok = !g->method || mr_repr_to(t, &b, mr_val(g->method));
    for (size_t i = 0; ok && i < g->args->length; i++) {
        mr_buf_puts(&b, i || g->method ? ", " : "");
        ok = mr_repr_to(t, &b, g->args->items[i]);
    }
    for (size_t pos = 0; ok && g->keywords != MR_UNBOUND && mr_dict_next(MR_DICT(g->keywords), &pos, &key, &value);) {
        mr_buf_printf(&b, ", %s=", mr_cstr(key));
        ok = mr_repr_to(t, &b, value);
    }
    mr_repr_leave(t, a[0]);
    mr_buf_putc(&b, ')');
    if (ok)
        return mr_str_buf(t, &b);
    mr_buf_fini(&b);
    return MR_ERROR;
}

static MrValue getter_reduce(MrThread *t, MrValue *a)
{
    Getter *g = SELF;
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), mr_val(g->args)};
    if (g->method) {
        MrValue name = mr_val(g->method), head = mr_tuple_from(t, &name, 1);
        if (head == MR_ERROR)
            return head;
        if (g->keywords != MR_UNBOUND) { /* functools.partial(methodcaller, name, **keywords) of the arguments */
            MrValue m = mr_import(t, "functools"), partial = m == MR_ERROR ? m : mr_getattr_c(t, m, "partial");
            MrValue both[2] = {pair[0], name}, args = partial == MR_ERROR ? partial : mr_tuple_from(t, both, 2);
            pair[0] = args == MR_ERROR ? args : mr_call_kw(t, partial, args, g->keywords);
        } else {
            pair[1] = mr_binary(t, MR_BIN_ADD, head, pair[1]);
        }
        if (pair[0] == MR_ERROR || pair[1] == MR_ERROR)
            return MR_ERROR;
    }
    return mr_tuple_from(t, pair, 2);
}

static void getter_trace(MrGc *gc, MrObj *o)
{
    Getter *g = (Getter *)o;
    mr_mark_obj(gc, g->args);
    mr_mark_obj(gc, g->names);
    mr_mark_obj(gc, g->method);
    mr_mark(gc, g->keywords);
}

#define GETTER(id, text)                                                                                       \
    static const MrMethodDef id##_methods[] = {                                                                \
        {"__new__(cls, /, *args, **kwargs)", id##_new, NULL, MR_METHOD_STATIC},                                \
        {"__call__(self, obj, /)", id##_call, "Call self as a function.", 0},                                  \
        {"__repr__(self, /)", getter_repr, "Return repr(self).", 0},                                           \
        {"__reduce__(self, /)", getter_reduce, "Return state information for pickling", 0},                    \
        {0},                                                                                                   \
    };                                                                                                         \
    static const MrTypeDef id##_type = {                                                                       \
        .name = "operator." #id, .kind = MR_KIND_OTHER, .size = sizeof(Getter), .methods = id##_methods, .trace = getter_trace, .doc = text}

GETTER(itemgetter, "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\n"
                   "After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])");
GETTER(attrgetter, "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns "
                   "r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).");
GETTER(methodcaller, "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns "
                     "r.name().");

/* ---- the table ---- */

#define PAIR(name, py, text) {py "(a, b, /)", op_##name, "Same as a " text " b.", 0}
#define INPLACE(name, text) {"i" #name "(a, b, /)", op_i##name, "Same as a " text "= b.", 0}
static const MrMethodDef functions[] = {
    PAIR(add, "add", "+"), PAIR(sub, "sub", "-"), PAIR(mul, "mul", "*"), PAIR(truediv, "truediv", "/"), PAIR(floordiv, "floordiv", "//"),
    PAIR(mod, "mod", "%"), PAIR(pow, "pow", "**"), PAIR(lshift, "lshift", "<<"), PAIR(rshift, "rshift", ">>"), PAIR(and, "and_", "&"),
    PAIR(or, "or_", "|"), PAIR(xor, "xor", "^"), PAIR(matmul, "matmul", "@"), PAIR(lt, "lt", "<"), PAIR(le, "le", "<="), PAIR(eq, "eq", "=="),
    PAIR(ne, "ne", "!="), PAIR(gt, "gt", ">"), PAIR(ge, "ge", ">="), PAIR(is, "is_", "is"), PAIR(is_not, "is_not", "is not"),
    INPLACE(add, "+"), INPLACE(sub, "-"), INPLACE(mul, "*"), INPLACE(truediv, "/"), INPLACE(floordiv, "//"), INPLACE(mod, "%"), INPLACE(pow, "**"),
    INPLACE(lshift, "<<"), INPLACE(rshift, ">>"), INPLACE(and, "&"), INPLACE(or, "|"), INPLACE(xor, "^"), INPLACE(matmul, "@"),
    {"neg(a, /)", op_neg, "Same as -a.", 0},
    {"pos(a, /)", op_pos, "Same as +a.", 0},
    {"inv(a, /)", op_invert, "Same as ~a.", 0},
    {"invert(a, /)", op_invert, "Same as ~a.", 0},
    {"abs(a, /)", op_abs, "Same as abs(a).", 0},
    {"not_(a, /)", op_not, "Same as not a.", 0},
    {"truth(a, /)", op_truth, "Return True if a is true, False otherwise.", 0},
    {"index(a, /)", op_index, "Same as a.__index__()", 0},
    {"contains(a, b, /)", op_contains, "Same as b in a (note reversed operands).", 0},
    {"concat(a, b, /)", op_concat, "Same as a + b, for a and b sequences.", 0},
    {"iconcat(a, b, /)", op_iconcat, "Same as a += b, for a and b sequences.", 0},
    {"countOf(a, b, /)", op_countOf, "Return the number of items in a which are, or which equal, b.", 0},
    {"indexOf(a, b, /)", op_indexOf, "Return the first index of b in a.", 0},
    {"getitem(a, b, /)", op_getitem, "Same as a[b].", 0},
    {"setitem(a, b, c, /)", op_setitem, "Same as a[b] = c.", 0},
    {"delitem(a, b, /)", op_delitem, "Same as del a[b].", 0},
    {"length_hint(obj, default=0, /)", op_length_hint, "Return an estimate of the number of items in obj.", 0},
    {"call(obj, /, *args, **kwargs)", op_call, "Same as obj(*args, **kwargs).", 0},
    {0},
};

static const MrTypeDef *const types[] = {&itemgetter_type, &attrgetter_type, &methodcaller_type, NULL};

const MrModuleDef mr_module__operator = {.name = "_operator", .functions = functions, .types = types, .doc = "Operator interface."};
