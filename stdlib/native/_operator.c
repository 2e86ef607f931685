/* _operator: the operators as functions, and the callables that fetch items, attributes and call methods.
 *
 * Each function is the operator and nothing more: what an operand does with it, and the texts of the errors, is the VM's (vm/ops.c).
 * A getter keeps its arguments as the tuple they came in, which is what its repr and its pickle show; attrgetter holds the names split at the
 * dots besides. The call of a getter takes its one argument as an optional parameter, so that a call with one argument allocates nothing
 * and any other gets CPython's message. The public module is stdlib/py/operator.py.
 */
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/types/sequence.h"

/* ---- operators ---- */

#define BINARY(name, op) static MrValue operator_##name(MrThread *t, MrValue *a) { return mr_binary(t, MR_BIN_##op, a[0], a[1]); }
#define INPLACE(name, op) static MrValue operator_##name(MrThread *t, MrValue *a) { return mr_inplace(t, MR_BIN_##op, a[0], a[1]); }
#define COMPARE(name, op) static MrValue operator_##name(MrThread *t, MrValue *a) { return mr_compare(t, MR_CMP_##op, a[0], a[1]); }
#define UNARY(name, slot) static MrValue operator_##name(MrThread *t, MrValue *a) { return mr_unary(t, MR_SLOT_##slot, a[0]); }

BINARY(add, ADD)
BINARY(sub, SUB)
BINARY(mul, MUL)
BINARY(truediv, TRUEDIV)
BINARY(floordiv, FLOORDIV)
BINARY(mod, MOD)
BINARY(pow, POW)
BINARY(lshift, LSHIFT)
BINARY(rshift, RSHIFT)
BINARY(and_, AND)
BINARY(or_, OR)
BINARY(xor, XOR)
BINARY(matmul, MATMUL)
INPLACE(iadd, ADD)
INPLACE(isub, SUB)
INPLACE(imul, MUL)
INPLACE(itruediv, TRUEDIV)
INPLACE(ifloordiv, FLOORDIV)
INPLACE(imod, MOD)
INPLACE(ipow, POW)
INPLACE(ilshift, LSHIFT)
INPLACE(irshift, RSHIFT)
INPLACE(iand, AND)
INPLACE(ior, OR)
INPLACE(ixor, XOR)
INPLACE(imatmul, MATMUL)
COMPARE(lt, LT)
COMPARE(le, LE)
COMPARE(eq, EQ)
COMPARE(ne, NE)
COMPARE(gt, GT)
COMPARE(ge, GE)
UNARY(neg, neg)
UNARY(pos, pos)
UNARY(invert, invert)
UNARY(abs, abs)

static MrValue operator_index(MrThread *t, MrValue *a) { return mr_index(t, a[0]); }

static MrValue operator_truth(MrThread *t, MrValue *a)
{
    int r = mr_truth(t, a[0]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue operator_not_(MrThread *t, MrValue *a)
{
    int r = mr_truth(t, a[0]);
    return r < 0 ? MR_ERROR : mr_bool(!r);
}

/* Identity of numbers is that of their bits: small ints and floats are no objects. */
static MrValue operator_is_(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(a[0] == a[1]);
}

static MrValue operator_is_not(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(a[0] != a[1]);
}

static MrValue operator_call(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[0]);
    if (args->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "call expected at least 1 argument, got 0");
    if (a[1] == MR_UNBOUND)
        return mr_call(t, args->items[0], args->length - 1, args->items + 1);
    MrValue rest = mr_tuple_from(t, args->items + 1, args->length - 1);
    return rest == MR_ERROR ? rest : mr_call_kw(t, args->items[0], rest, a[1]);
}

/* ---- sequences ---- */

/* Can v be joined with another sequence by +? */
static bool can_concat(MrThread *t, MrValue v)
{
    return !mr_is_dict(v) && !mr_is_kind(v, MR_KIND_RANGE) && mr_slot(t, mr_typeof(t, v), MR_SLOT_getitem) != MR_UNBOUND;
}

static MrValue not_concatenable(MrThread *t, MrValue v)
{
    return mr_raise(t, MR_EXC_TypeError, "'%s' object can't be concatenated", mr_type_name(t, v));
}

static MrValue operator_concat(MrThread *t, MrValue *a)
{
    return can_concat(t, a[0]) ? mr_binary(t, MR_BIN_ADD, a[0], a[1]) : not_concatenable(t, a[0]);
}

static MrValue operator_iconcat(MrThread *t, MrValue *a)
{
    return can_concat(t, a[0]) ? mr_inplace(t, MR_BIN_ADD, a[0], a[1]) : not_concatenable(t, a[0]);
}

static MrValue operator_contains(MrThread *t, MrValue *a)
{
    int r = mr_contains(t, a[0], a[1]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue operator_getitem(MrThread *t, MrValue *a) { return mr_getitem(t, a[0], a[1]); }
static MrValue operator_setitem(MrThread *t, MrValue *a) { return mr_setitem(t, a[0], a[1], a[2]) ? MR_NONE : MR_ERROR; }
static MrValue operator_delitem(MrThread *t, MrValue *a) { return mr_delitem(t, a[0], a[1]) ? MR_NONE : MR_ERROR; }

/* Walks `iterable`: how often it holds `value`, or where first (-1: nowhere). -2: error. */
static int64_t search(MrThread *t, MrValue iterable, MrValue value, bool count)
{
    MrValue it = mr_iter(t, iterable), item;
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "argument of type '%s' is not iterable", mr_type_name(t, iterable));
        return -2;
    }
    int64_t n = 0, at = 0;
    while ((item = mr_next(t, it)) != MR_UNBOUND) {
        int equal = item == MR_ERROR ? -1 : mr_eq(t, item, value);
        if (equal < 0 || (at % 8192 == 8191 && !mr_poll(t)))
            return -2;
        if (equal && !count)
            return at;
        n += equal;
        at++;
    }
    return count ? n : -1;
}

static MrValue operator_countOf(MrThread *t, MrValue *a)
{
    int64_t n = search(t, a[0], a[1], true);
    return n < 0 ? MR_ERROR : mr_int(t, n);
}

static MrValue operator_indexOf(MrThread *t, MrValue *a)
{
    int64_t at = search(t, a[0], a[1], false);
    if (at == -1)
        return mr_raise(t, MR_EXC_ValueError, "sequence.index(x): x not in sequence");
    return at < 0 ? MR_ERROR : mr_int(t, at);
}

static MrValue operator_length_hint(MrThread *t, MrValue *a)
{
    int64_t otherwise = 0;
    if (a[1] != MR_UNBOUND) {
        if (!mr_is_integer(a[1]))
            return mr_raise(t, MR_EXC_TypeError, "'%s' object cannot be interpreted as an integer", mr_type_name(t, a[1]));
        if (!mr_to_ssize(t, a[1], &otherwise))
            return MR_ERROR;
    }
    int64_t n = mr_length_hint(t, a[0], otherwise);
    return n == -1 && mr_pending(t) ? MR_ERROR : mr_int(t, n);
}

/* The time it takes depends on the length of the second operand only. */
static MrValue operator__compare_digest(MrThread *t, MrValue *a)
{
    const char *left, *right;
    size_t n_left, n_right;
    if (mr_is_str(a[0]) && mr_is_str(a[1])) {
        if (!mr_str_is_ascii(MR_STR(a[0])) || !mr_str_is_ascii(MR_STR(a[1])))
            return mr_raise(t, MR_EXC_TypeError, "comparing strings with non-ASCII characters is not supported");
        left = mr_cstr(a[0]);
        n_left = MR_STR(a[0])->nbytes;
        right = mr_cstr(a[1]);
        n_right = MR_STR(a[1])->nbytes;
    } else {
        bool bytes_like[2];
        bytes_like[0] = mr_buffer_of(t, a[0], &left, &n_left);
        if (!bytes_like[0] && !mr_clear_if(t, MR_EXC_TypeError))
            return MR_ERROR;
        bytes_like[1] = mr_buffer_of(t, a[1], &right, &n_right);
        if (!bytes_like[1] && !mr_clear_if(t, MR_EXC_TypeError))
            return MR_ERROR;
        if (!bytes_like[0] && !bytes_like[1])
            return mr_raise(t, MR_EXC_TypeError, "unsupported operand types(s) or combination of types: '%s' and '%s'", mr_type_name(t, a[0]),
                            mr_type_name(t, a[1]));
        if (!bytes_like[0] || !bytes_like[1])
            return mr_raise(t, MR_EXC_TypeError, "a bytes-like object is required, not '%s'", mr_type_name(t, a[bytes_like[0]]));
    }
    volatile unsigned char differ = n_left != n_right;
    const volatile char *with = n_left == n_right ? left : right;
    for (size_t at = 0, end; at < n_right; at = end) {
        end = mr_work_piece(at, n_right);
        for (size_t i = at; i < end; i++)
            differ |= (unsigned char)(with[i] ^ right[i]);
        if (end < n_right && !mr_limits_tick(t))
            return MR_ERROR;
    }
    return mr_bool(!differ);
}

/* ---- what the getters share ---- */

typedef struct MrGetter { /* itemgetter, attrgetter, methodcaller */
    MrObj h;
    MrTuple *args;     /* as given; a methodcaller's without the method's name */
    MrTuple *paths;    /* attrgetter: for each name a str, or a tuple of strs where it has dots */
    MrStr *name;       /* methodcaller */
    MrValue keywords;  /* methodcaller: dict or MR_UNBOUND */
} MrGetter;
#define GETTER(v) ((MrGetter *)mr_obj_of(v))

static void trace_getter(MrGc *gc, MrObj *o)
{
    MrGetter *g = (MrGetter *)o;
    mr_mark_obj(gc, g->args);
    mr_mark_obj(gc, g->paths);
    mr_mark_obj(gc, g->name);
    mr_mark(gc, g->keywords);
}

/* Arguments of a getter's call beyond the first: (self, obj, *args, **kwargs). */
static bool check_call(MrThread *t, MrValue *a, const char *name)
{
    if (MR_LIKELY(a[1] != MR_UNBOUND && MR_TUPLE(a[2])->length == 0 && a[3] == MR_UNBOUND))
        return true;
    if (a[3] != MR_UNBOUND && MR_DICT(a[3])->length)
        mr_raise(t, MR_EXC_TypeError, "%s() takes no keyword arguments", name);
    else
        mr_raise(t, MR_EXC_TypeError, "%s expected 1 argument, got %zu", name, a[1] == MR_UNBOUND ? 0 : MR_TUPLE(a[2])->length + 1);
    return false;
}

/* A getter for (cls, *args, **kwargs) of __new__, which takes one positional argument or more. */
static MrGetter *new_getter(MrThread *t, MrValue *a, const char *name)
{
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length)
        return mr_raise(t, MR_EXC_TypeError, "%s() takes no keyword arguments", name), NULL;
    if (MR_TUPLE(a[1])->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "%s expected 1 argument, got 0", name), NULL;
    MrGetter *g = mr_alloc_instance(t, sizeof *g, MR_TYPE(a[0]));
    if (g)
        g->args = MR_TUPLE(a[1]);
    return g;
}

/* operator.<name>(<first>, <items>, <keywords>); parts may be NULL or MR_UNBOUND. */
static MrValue repr_getter(MrThread *t, MrValue self, MrStr *first, MrValue keywords)
{
    int entered = mr_repr_enter(t, self);
    if (entered < 0)
        return MR_ERROR;
    MrType *type = mr_typeof(t, self);
    if (!entered)
        return mr_strf(t, "operator.%s(...)", type->name->bytes);
    MrBuf buf;
    mr_buf_init(&buf);
    mr_buf_printf(&buf, "operator.%s(", type->name->bytes);
    MrTuple *args = GETTER(self)->args;
    bool ok = !first || mr_repr_to(t, &buf, mr_val(first));
    for (size_t i = 0; ok && i < args->length; i++) {
        mr_buf_puts(&buf, i || first ? ", " : "");
        ok = mr_repr_to(t, &buf, args->items[i]);
    }
    size_t at = 0;
    MrValue key, value;
    while (ok && keywords != MR_UNBOUND && mr_dict_next(MR_DICT(keywords), &at, &key, &value)) {
        mr_buf_puts(&buf, ", ");
        ok = mr_str_to(t, &buf, key);
        mr_buf_putc(&buf, '=');
        ok = ok && mr_repr_to(t, &buf, value);
    }
    mr_buf_putc(&buf, ')');
    mr_repr_leave(t, self);
    if (!ok) {
        mr_buf_fini(&buf);
        return MR_ERROR;
    }
    return mr_str_buf(t, &buf);
}

static MrValue getter_repr(MrThread *t, MrValue *a) { return repr_getter(t, a[0], NULL, MR_UNBOUND); }

static MrValue getter_reduce(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), mr_val(GETTER(a[0])->args)};
    return mr_tuple_from(t, pair, 2);
}

/* ---- itemgetter ---- */

static MrValue itemgetter_new(MrThread *t, MrValue *a)
{
    MrGetter *g = new_getter(t, a, "itemgetter");
    return g ? mr_val(g) : MR_ERROR;
}

static MrValue fetch_item(MrThread *t, MrValue obj, MrValue key)
{
    if (mr_is_int(key) && mr_int_of(key) >= 0) {
        size_t i = (size_t)mr_int_of(key);
        if (mr_is_exact(obj, MR_TYPE_tuple) && i < MR_TUPLE(obj)->length)
            return MR_TUPLE(obj)->items[i];
        if (mr_is_exact(obj, MR_TYPE_list) && i < MR_LIST(obj)->length)
            return MR_LIST(obj)->items[i];
    }
    return mr_getitem(t, obj, key);
}

static MrValue itemgetter_call(MrThread *t, MrValue *a)
{
    if (!check_call(t, a, "itemgetter"))
        return MR_ERROR;
    MrTuple *keys = GETTER(a[0])->args;
    MrValue obj = a[1];
    if (keys->length == 1)
        return fetch_item(t, obj, keys->items[0]);
    MrValue out = mr_list_new(t, keys->length);
    for (size_t i = 0; out != MR_ERROR && i < keys->length; i++) {
        MrValue item = fetch_item(t, obj, keys->items[i]);
        if (item == MR_ERROR || !mr_list_append(t, out, item))
            return MR_ERROR;
    }
    return out == MR_ERROR ? out : mr_tuple_from(t, MR_LIST(out)->items, MR_LIST(out)->length);
}

static const MrMethodDef itemgetter_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", itemgetter_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__call__(self, obj=None, /, *args, **kwargs)", itemgetter_call, "What self(...) runs.", 0},
    {"__repr__(self, /)", getter_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", getter_reduce, "What pickle needs to make an equal one.", 0},
    {0}};

static const MrTypeDef itemgetter_def = {
    .name = "operator.itemgetter",
    .signature = "(item, /, *items)",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrGetter),
    .flags = MR_TYPEDEF_FINAL,
    .methods = itemgetter_methods,
    .doc = "f(obj) is obj[item] for f = itemgetter(item), and a tuple of them for several items.",
    .trace = trace_getter,
    .module = "operator"};

/* ---- attrgetter ---- */

/* "a" as the interned str, "a.b" as a tuple of them. */
static MrValue split_path(MrThread *t, MrStr *name)
{
    if (!memchr(name->bytes, '.', name->nbytes)) {
        MrStr *whole = mr_intern_str(t, name);
        return whole ? mr_val(whole) : MR_ERROR;
    }
    MrValue parts = mr_list_new(t, 4);
    const char *p = name->bytes, *end = p + name->nbytes;
    while (parts != MR_ERROR && p <= end) {
        const char *dot = memchr(p, '.', (size_t)(end - p));
        const char *stop = dot ? dot : end;
        MrStr *part = mr_intern(t, p, (size_t)(stop - p));
        if (!part || !mr_list_append(t, parts, mr_val(part)))
            return MR_ERROR;
        p = stop + 1;
    }
    return parts == MR_ERROR ? parts : mr_tuple_from(t, MR_LIST(parts)->items, MR_LIST(parts)->length);
}

static MrValue attrgetter_new(MrThread *t, MrValue *a)
{
    MrTuple *names = MR_TUPLE(a[1]);
    for (size_t i = 0; i < names->length && !(a[2] != MR_UNBOUND && MR_DICT(a[2])->length); i++)
        if (!mr_is_str(names->items[i]))
            return mr_raise(t, MR_EXC_TypeError, "attribute name must be a string");
    MrGetter *g = new_getter(t, a, "attrgetter");
    MrValue paths = g ? mr_tuple_new(t, names->length) : MR_ERROR;
    if (paths == MR_ERROR)
        return paths;
    g->paths = MR_TUPLE(paths);
    for (size_t i = 0; i < names->length; i++) {
        MrValue path = split_path(t, MR_STR(names->items[i]));
        if (path == MR_ERROR)
            return path;
        g->paths->items[i] = path;
    }
    return mr_val(g);
}

static MrValue fetch_attribute(MrThread *t, MrValue obj, MrValue path)
{
    if (mr_is_str(path))
        return mr_getattr(t, obj, MR_STR(path));
    MrTuple *names = MR_TUPLE(path);
    for (size_t i = 0; obj != MR_ERROR && i < names->length; i++)
        obj = mr_getattr(t, obj, MR_STR(names->items[i]));
    return obj;
}

static MrValue attrgetter_call(MrThread *t, MrValue *a)
{
    if (!check_call(t, a, "attrgetter"))
        return MR_ERROR;
    MrTuple *paths = GETTER(a[0])->paths;
    MrValue obj = a[1];
    if (paths->length == 1)
        return fetch_attribute(t, obj, paths->items[0]);
    MrValue out = mr_list_new(t, paths->length);
    for (size_t i = 0; out != MR_ERROR && i < paths->length; i++) {
        MrValue v = fetch_attribute(t, obj, paths->items[i]);
        if (v == MR_ERROR || !mr_list_append(t, out, v))
            return MR_ERROR;
    }
    return out == MR_ERROR ? out : mr_tuple_from(t, MR_LIST(out)->items, MR_LIST(out)->length);
}

static const MrMethodDef attrgetter_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", attrgetter_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__call__(self, obj=None, /, *args, **kwargs)", attrgetter_call, "What self(...) runs.", 0},
    {"__repr__(self, /)", getter_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", getter_reduce, "What pickle needs to make an equal one.", 0},
    {0}};

static const MrTypeDef attrgetter_def = {
    .name = "operator.attrgetter",
    .signature = "(attr, /, *attrs)",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrGetter),
    .flags = MR_TYPEDEF_FINAL,
    .methods = attrgetter_methods,
    .doc = "f(obj) is obj.name for f = attrgetter('name'), also for dotted names, and a tuple of them for several names.",
    .trace = trace_getter,
    .module = "operator"};

/* ---- methodcaller ---- */

static MrValue methodcaller_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (args->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "methodcaller needs at least one argument, the method name");
    if (!mr_is_str(args->items[0]))
        return mr_raise(t, MR_EXC_TypeError, "method name must be a string");
    MrGetter *g = mr_alloc_instance(t, sizeof *g, MR_TYPE(a[0]));
    MrStr *name = g ? mr_intern_str(t, MR_STR(args->items[0])) : NULL;
    MrValue rest = name ? mr_tuple_from(t, args->items + 1, args->length - 1) : MR_ERROR;
    if (rest == MR_ERROR)
        return rest;
    g->name = name;
    g->args = MR_TUPLE(rest);
    g->keywords = a[2] != MR_UNBOUND && MR_DICT(a[2])->length ? a[2] : MR_UNBOUND;
    return mr_val(g);
}

static MrValue methodcaller_call(MrThread *t, MrValue *a)
{
    if (!check_call(t, a, "methodcaller"))
        return MR_ERROR;
    MrGetter *g = GETTER(a[0]);
    if (g->keywords == MR_UNBOUND)
        return mr_call_method(t, a[1], g->name, g->args->length, g->args->items);
    MrValue method = mr_getattr(t, a[1], g->name);
    return method == MR_ERROR ? method : mr_call_kw(t, method, mr_val(g->args), g->keywords);
}

static MrValue methodcaller_repr(MrThread *t, MrValue *a) { return repr_getter(t, a[0], GETTER(a[0])->name, GETTER(a[0])->keywords); }

/* Without keywords (cls, (name, *args)); with them a partial takes the name and the keywords. */
static MrValue methodcaller_reduce(MrThread *t, MrValue *a)
{
    MrGetter *g = GETTER(a[0]);
    MrValue cls = mr_val(mr_typeof(t, a[0])), pair[2] = {cls, mr_val(g->args)};
    if (g->keywords == MR_UNBOUND) {
        MrValue args = mr_tuple_new(t, g->args->length + 1);
        if (args == MR_ERROR)
            return args;
        MR_TUPLE(args)->items[0] = mr_val(g->name);
        if (!mr_work_copy_values(t, MR_TUPLE(args)->items + 1, g->args->items, g->args->length))
            return MR_ERROR;
        pair[1] = args;
        return mr_tuple_from(t, pair, 2);
    }
    MrValue functools = mr_import(t, "functools"), partial = functools == MR_ERROR ? functools : mr_getattr_c(t, functools, "partial");
    MrValue first[2] = {cls, mr_val(g->name)};
    MrValue args = partial == MR_ERROR ? partial : mr_tuple_from(t, first, 2);
    pair[0] = args == MR_ERROR ? args : mr_call_kw(t, partial, args, g->keywords);
    return pair[0] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static const MrMethodDef methodcaller_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", methodcaller_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__call__(self, obj=None, /, *args, **kwargs)", methodcaller_call, "What self(...) runs.", 0},
    {"__repr__(self, /)", methodcaller_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", methodcaller_reduce, "What pickle needs to make an equal one.", 0},
    {0}};

static const MrTypeDef methodcaller_def = {
    .name = "operator.methodcaller",
    .signature = "(name, /, *args, **kwargs)",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrGetter),
    .flags = MR_TYPEDEF_FINAL,
    .methods = methodcaller_methods,
    .doc = "f(obj) is obj.name(*args, **kwargs) for f = methodcaller('name', *args, **kwargs).",
    .trace = trace_getter,
    .module = "operator"};

/* ---- the module ---- */

#define ROW1(name, doc) {#name "(a, /)", operator_##name, doc, 0}
#define ROW2(name, doc) {#name "(a, b, /)", operator_##name, doc, 0}

static const MrMethodDef functions[] = {
    ROW1(truth, "Whether a counts as true: bool(a)."),
    ROW2(contains, "Whether `b in a`: the container comes first."),
    ROW2(indexOf, "The position at which b first occurs; raises ValueError if it does not."),
    ROW2(countOf, "How many items of a are b or equal to it."),
    ROW2(is_, "Whether both are one object: a is b."),
    ROW2(is_not, "Whether they are two objects: a is not b."),
    ROW2(add, "The sum: a + b."),
    ROW2(sub, "The difference: a - b."),
    ROW2(mul, "The product: a * b."),
    ROW2(matmul, "The matrix product: a @ b."),
    ROW2(floordiv, "The quotient rounded down: a // b."),
    ROW2(truediv, "The quotient: a / b."),
    ROW2(mod, "The remainder: a % b."),
    ROW1(neg, "The negative: -a."),
    ROW1(pos, "The unary plus: +a."),
    ROW1(abs, "Without its sign: abs(a)."),
    {"inv(a, /)", operator_invert, "The inverted bits: ~a.", 0},
    ROW1(invert, "The inverted bits: ~a."),
    ROW2(lshift, "Shifted to the left: a << b."),
    ROW2(rshift, "Shifted to the right: a >> b."),
    ROW1(not_, "The negated truth: not a."),
    ROW2(and_, "Bitwise and: a & b."),
    ROW2(xor, "Bitwise exclusive or: a ^ b."),
    ROW2(or_, "Bitwise or: a | b."),
    ROW2(pow, "The power: a ** b."),
    ROW2(iadd, "Add in place and return the result: a += b."),
    ROW2(isub, "Subtract in place and return the result: a -= b."),
    ROW2(imul, "Multiply in place and return the result: a *= b."),
    ROW2(imatmul, "Matrix product in place, returned: a @= b."),
    ROW2(ifloordiv, "Divide in place, rounding down, and return the result: a //= b."),
    ROW2(itruediv, "Divide in place and return the result: a /= b."),
    ROW2(imod, "Remainder in place, returned: a %= b."),
    ROW2(ilshift, "Shift left in place and return the result: a <<= b."),
    ROW2(irshift, "Shift right in place and return the result: a >>= b."),
    ROW2(iand, "Bitwise and in place, returned: a &= b."),
    ROW2(ixor, "Bitwise exclusive or in place, returned: a ^= b."),
    ROW2(ior, "Bitwise or in place, returned: a |= b."),
    ROW2(ipow, "Power in place, returned: a **= b."),
    ROW2(concat, "One sequence behind the other, in a new one: a + b."),
    ROW2(iconcat, "Extend the sequence a by b and return it: a += b."),
    ROW2(getitem, "Look an item up: a[b]."),
    {"setitem(a, b, c, /)", operator_setitem, "Store an item: a[b] = c.", 0},
    ROW2(delitem, "Delete an item: del a[b]."),
    ROW1(index, "The int that a stands for as an index."),
    ROW2(lt, "Whether a < b."),
    ROW2(le, "Whether a <= b."),
    ROW2(eq, "Whether a == b."),
    ROW2(ne, "Whether a != b."),
    ROW2(gt, "Whether a > b."),
    ROW2(ge, "Whether a >= b."),
    {"length_hint(obj, default=0, /)", operator_length_hint, "len(obj), or a guess at it by __length_hint__(), or default: for reserving room.", 0},
    {"call(*args, **kwargs)", operator_call, "Call obj with the arguments and return its result.", 0},
    ROW2(_compare_digest, "Return 'a == b', in a time that does not depend on where they differ."),
    {0}};

static const MrTypeDef *const types[] = {&itemgetter_def, &attrgetter_def, &methodcaller_def, NULL};

const MrModuleDef mr_module__operator = {
    .name = "_operator", .functions = functions, .doc = "Operator interface: Python's operators as functions.", .types = types};
