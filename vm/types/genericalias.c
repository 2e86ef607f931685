/* types.GenericAlias (`list[int]`) and types.UnionType (`int | None`).
 *
 * Type parameters are whatever has `__typing_subst__`; substitution asks them, so that the `typing` module alone knows their rules. Both
 * types keep their parameters once found; an alias passes nearly all attributes on to its origin.
 */
#include "vm/types/genericalias.h"

#include "vm/attr.h"
#include "vm/error.h"

typedef struct MrAlias {
    MrObj h;
    MrValue origin, args; /* args: a tuple */
    MrValue parameters;   /* tuple, MR_UNBOUND until asked for */
    bool starred;         /* *list[int] */
} MrAlias;

typedef struct MrUnion {
    MrObj h;
    MrValue args, parameters;
} MrUnion;

#define ALIAS(v) ((MrAlias *)mr_obj_of(v))
#define UNION(v) ((MrUnion *)mr_obj_of(v))

static bool is_alias(MrThread *t, MrValue v) { return mr_isinstance_of(t, v, MR_TYPE_GenericAlias); }
static bool is_union(MrValue v) { return mr_is_exact(v, MR_TYPE_UnionType); }

static MrValue alias_make(MrThread *t, MrType *type, MrValue origin, MrValue args)
{
    if (!mr_is_tuple(args) && (args = mr_tuple_from(t, &args, 1)) == MR_ERROR)
        return args;
    MrAlias *alias = mr_alloc_instance(t, sizeof *alias, type);
    if (!alias)
        return MR_ERROR;
    alias->origin = origin;
    alias->args = args;
    return mr_val(alias);
}

MrValue mr_generic_alias(MrThread *t, MrValue origin, MrValue params)
{
    return alias_make(t, mr_builtin_type(t, MR_TYPE_GenericAlias), origin, params);
}

/* ---- text ---- */

static MrValue attribute(MrThread *t, MrValue v, const char *name)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    return s ? mr_getattr_or(t, v, s) : MR_ERROR;
}

/* A type as it stands in the brackets: classes by their name, other things by their repr. */
static bool write_item(MrThread *t, MrBuf *b, MrValue v)
{
    if (v == MR_ELLIPSIS) {
        mr_buf_write(b, "...", 3);
        return true;
    }
    MrValue origin = attribute(t, v, "__origin__"), args = origin == MR_ERROR || origin == MR_UNBOUND ? origin : attribute(t, v, "__args__");
    if (args == MR_ERROR)
        return false;
    if (args != MR_UNBOUND)
        return mr_repr_to(t, b, v);
    MrValue qualname = mr_getattr_or(t, v, mr_n(t, __qualname__)), module = qualname == MR_ERROR ? qualname : mr_getattr_or(t, v, mr_n(t, __module__));
    if (module == MR_ERROR)
        return false;
    if (qualname == MR_UNBOUND || module == MR_UNBOUND || module == MR_NONE)
        return mr_repr_to(t, b, v);
    if (mr_str_equal_c(module, "builtins"))
        return mr_str_to(t, b, qualname);
    if (!mr_str_to(t, b, module))
        return false;
    mr_buf_putc(b, '.');
    return mr_str_to(t, b, qualname);
}

static bool write_items(MrThread *t, MrBuf *b, MrValue sequence)
{
    MrValue *items;
    size_t n;
    for (size_t i = 0; mr_sequence_items(sequence, &items, &n) && i < n; i++) {
        mr_buf_write(b, ", ", i ? 2 : 0);
        if (!mr_is_list(items[i])) {
            if (!write_item(t, b, items[i]))
                return false;
            continue;
        }
        mr_buf_putc(b, '[');
        if (!mr_stack_ok(t) || !write_items(t, b, items[i]))
            return false;
        mr_buf_putc(b, ']');
    }
    return true;
}

static MrValue alias_repr(MrThread *t, MrValue *a)
{
    MrAlias *alias = ALIAS(a[0]);
    if (!mr_stack_ok(t))
        return MR_ERROR;
    MrBuf b;
    mr_buf_init(&b);
    mr_buf_write(&b, "*", alias->starred ? 1 : 0);
    bool ok = write_item(t, &b, alias->origin);
    mr_buf_putc(&b, '[');
    ok = ok && write_items(t, &b, alias->args);
    if (!ok) {
        mr_buf_fini(&b);
        return MR_ERROR;
    }
    if (!MR_TUPLE(alias->args)->length)
        mr_buf_write(&b, "()", 2);
    mr_buf_putc(&b, ']');
    return mr_str_buf(t, &b);
}

/* ---- parameters and substitution ---- */

static bool add_once(MrThread *t, MrValue list, MrValue v)
{
    MrList *l = MR_LIST(list);
    for (size_t i = 0; i < l->length; i++)
        if (l->items[i] == v)
            return true;
    return mr_list_append(t, list, v);
}

/* The type parameters among args, each once, in order of appearance. */
static MrValue collect_parameters(MrThread *t, MrValue args)
{
    MrValue found = mr_list_new(t, 0);
    if (found == MR_ERROR)
        return found;
    for (size_t i = 0; i < MR_TUPLE(args)->length; i++) {
        MrValue v = MR_TUPLE(args)->items[i];
        if (mr_is_type(v))
            continue;
        MrValue subst = attribute(t, v, "__typing_subst__");
        if (subst == MR_ERROR)
            return subst;
        if (subst != MR_UNBOUND) {
            if (!add_once(t, found, v))
                return MR_ERROR;
            continue;
        }
        MrValue inner = attribute(t, v, "__parameters__");
        if (inner == MR_ERROR)
            return inner;
        for (size_t k = 0; mr_is_tuple(inner) && k < MR_TUPLE(inner)->length; k++)
            if (!add_once(t, found, MR_TUPLE(inner)->items[k]))
                return MR_ERROR;
    }
    return mr_tuple_from(t, MR_LIST(found)->items, MR_LIST(found)->length);
}

static MrValue parameters_of(MrThread *t, MrValue args, MrValue *cache)
{
    if (*cache == MR_UNBOUND) {
        MrValue found = collect_parameters(t, args);
        if (found == MR_ERROR)
            return found;
        *cache = found;
    }
    return *cache;
}

/* The arguments in brackets as a tuple, with `*tuple[int, str]` spread out. */
static MrValue spread(MrThread *t, MrValue item)
{
    MrValue list = mr_list_new(t, 4);
    MrValue *items = &item;
    size_t n = 1;
    if (mr_is_tuple(item)) {
        n = MR_TUPLE(item)->length;
        items = MR_TUPLE(item)->items;
    }
    for (size_t i = 0; list != MR_ERROR && i < n; i++) {
        MrValue sub = mr_is_type(items[i]) ? MR_UNBOUND : attribute(t, items[i], "__typing_unpacked_tuple_args__");
        if (sub == MR_ERROR)
            return sub;
        MrTuple *tuple = mr_is_tuple(sub) ? MR_TUPLE(sub) : NULL;
        if (tuple && !(tuple->length && tuple->items[tuple->length - 1] == MR_ELLIPSIS)) {
            if (!mr_list_extend(t, list, sub))
                return MR_ERROR;
        } else if (!mr_list_append(t, list, items[i])) {
            return MR_ERROR;
        }
    }
    return list == MR_ERROR ? list : mr_tuple_from(t, MR_LIST(list)->items, MR_LIST(list)->length);
}

static int64_t index_in(MrTuple *tuple, MrValue v)
{
    for (size_t i = 0; i < tuple->length; i++)
        if (tuple->items[i] == v)
            return (int64_t)i;
    return -1;
}

/* An argument that is itself generic, with its parameters replaced: list[T] becomes list[int]. */
static MrValue substitute_inside(MrThread *t, MrValue arg, MrTuple *params, MrTuple *items)
{
    MrValue inner = attribute(t, arg, "__parameters__");
    if (inner == MR_ERROR || !mr_is_tuple(inner) || !MR_TUPLE(inner)->length)
        return inner == MR_ERROR ? inner : arg;
    MrValue sub = mr_list_new(t, MR_TUPLE(inner)->length);
    for (size_t i = 0; sub != MR_ERROR && i < MR_TUPLE(inner)->length; i++) {
        MrValue v = MR_TUPLE(inner)->items[i];
        int64_t at = index_in(params, v);
        if (at >= 0) {
            MrValue param = v;
            v = items->items[at];
            if (mr_is_tuple(v) && mr_slot(t, mr_typeof(t, param), MR_SLOT_iter) != MR_UNBOUND) { /* a TypeVarTuple */
                if (!mr_list_extend(t, sub, v))
                    return MR_ERROR;
                continue;
            }
        }
        if (!mr_list_append(t, sub, v))
            return MR_ERROR;
    }
    MrValue key = sub == MR_ERROR ? sub : mr_tuple_from(t, MR_LIST(sub)->items, MR_LIST(sub)->length);
    return key == MR_ERROR ? key : mr_getitem(t, arg, key);
}

/* A tuple: the arguments of `self` with `item` put for its parameters. */
static MrValue substitute(MrThread *t, MrValue self, MrValue args, MrValue parameters, MrValue item)
{
    MrTuple *params = MR_TUPLE(parameters);
    MrValue shown;
    if (!params->length) {
        shown = mr_repr(t, self);
        return shown == MR_ERROR ? shown : mr_raise(t, MR_EXC_TypeError, "%s is not a generic class", mr_cstr(shown));
    }
    item = spread(t, item);
    for (size_t i = 0; item != MR_ERROR && i < params->length; i++) {
        MrValue prepare = attribute(t, params->items[i], "__typing_prepare_subst__");
        if (prepare == MR_ERROR)
            return prepare;
        if (prepare == MR_UNBOUND || prepare == MR_NONE)
            continue;
        MrValue tuple = mr_is_tuple(item) ? item : mr_tuple_from(t, &item, 1);
        item = tuple == MR_ERROR ? tuple : mr_call2(t, prepare, self, tuple);
    }
    if (item == MR_ERROR || (!mr_is_tuple(item) && (item = mr_tuple_from(t, &item, 1)) == MR_ERROR))
        return MR_ERROR;
    MrTuple *items = MR_TUPLE(item);
    if (items->length != params->length) {
        shown = mr_repr(t, self);
        return shown == MR_ERROR ? shown
                                 : mr_raise(t, MR_EXC_TypeError, "Too %s arguments for %s; actual %zu, expected %zu",
                                            items->length > params->length ? "many" : "few", mr_cstr(shown), items->length, params->length);
    }
    MrValue out = mr_list_new(t, MR_TUPLE(args)->length);
    for (size_t i = 0; out != MR_ERROR && i < MR_TUPLE(args)->length; i++) {
        MrValue arg = MR_TUPLE(args)->items[i];
        bool unpack = false;
        if (!mr_is_type(arg)) {
            MrValue mark = attribute(t, arg, "__typing_is_unpacked_typevartuple__");
            int truth = mark == MR_ERROR ? -1 : mark == MR_UNBOUND ? 0 : mr_truth(t, mark);
            MrValue subst = truth < 0 ? MR_ERROR : attribute(t, arg, "__typing_subst__");
            if (subst == MR_ERROR)
                return subst;
            unpack = truth;
            int64_t at = index_in(params, arg);
            arg = subst != MR_UNBOUND && at >= 0 ? mr_call1(t, subst, items->items[at]) : substitute_inside(t, arg, params, items);
            if (arg == MR_ERROR)
                return arg;
        }
        if (unpack && mr_is_tuple(arg) ? !mr_list_extend(t, out, arg) : !mr_list_append(t, out, arg))
            return MR_ERROR;
    }
    return out == MR_ERROR ? out : mr_tuple_from(t, MR_LIST(out)->items, MR_LIST(out)->length);
}

/* ---- GenericAlias ---- */

static MrValue alias_new(MrThread *t, MrValue *a) { return alias_make(t, MR_TYPE(a[0]), a[1], a[2]); }

static MrValue alias_getitem(MrThread *t, MrValue *a)
{
    MrAlias *alias = ALIAS(a[0]);
    MrValue params = parameters_of(t, alias->args, &alias->parameters);
    MrValue args = params == MR_ERROR ? params : substitute(t, a[0], alias->args, params, a[1]);
    MrValue made = args == MR_ERROR ? args : mr_generic_alias(t, alias->origin, args);
    if (made != MR_ERROR)
        ALIAS(made)->starred = alias->starred;
    return made;
}

static MrValue alias_call(MrThread *t, MrValue *a)
{
    MrValue made = mr_call_kw(t, ALIAS(a[0])->origin, a[1], a[2]);
    if (made == MR_ERROR)
        return made;
    if (!mr_setattr(t, made, mr_n(t, __orig_class__), a[0]) && !mr_clear_if(t, MR_EXC_AttributeError) && !mr_clear_if(t, MR_EXC_TypeError))
        return MR_ERROR;
    return made;
}

static MrValue alias_eq(MrThread *t, MrValue *a)
{
    if (!is_alias(t, a[0]) || !is_alias(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    MrAlias *x = ALIAS(a[0]), *y = ALIAS(a[1]);
    if (x->starred != y->starred)
        return MR_FALSE;
    int r = mr_eq(t, x->origin, y->origin);
    if (r > 0)
        r = mr_eq(t, x->args, y->args);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue alias_hash(MrThread *t, MrValue *a)
{
    uint64_t x, y;
    if (!mr_hash(t, ALIAS(a[0])->origin, &x) || !mr_hash(t, ALIAS(a[0])->args, &y))
        return MR_ERROR;
    return mr_int(t, (int64_t)(x ^ y));
}

static const char *const own_names[] = {"__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
                                        "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__"};

static MrValue alias_getattribute(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, a[1]));
    MrStr *name = mr_intern_str(t, MR_STR(a[1]));
    if (!name)
        return MR_ERROR;
    for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++)
        if (!strcmp(name->bytes, own_names[i]))
            return mr_generic_getattr(t, a[0], name);
    return mr_getattr(t, ALIAS(a[0])->origin, name);
}

static MrValue alias_dir(MrThread *t, MrValue *a)
{
    MrValue names = mr_call_method0(t, ALIAS(a[0])->origin, mr_n(t, __dir__));
    if (names == MR_ERROR && mr_clear_if(t, MR_EXC_TypeError)) /* a class: its own __dir__ wants an instance */
        names = mr_call1(t, mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "dir", 3)), ALIAS(a[0])->origin);
    MrValue list = names == MR_ERROR ? names : mr_list_of(t, names);
    for (size_t i = 0; list != MR_ERROR && i < sizeof own_names / sizeof *own_names; i++) {
        MrValue s = mr_str_c(t, own_names[i]);
        int r = s == MR_ERROR ? -1 : mr_contains(t, list, s);
        if (r < 0 || (r == 0 && !mr_list_append(t, list, s)))
            return MR_ERROR;
    }
    return list;
}

static MrValue alias_iter(MrThread *t, MrValue *a)
{
    MrAlias *alias = ALIAS(a[0]);
    MrValue starred = mr_generic_alias(t, alias->origin, alias->args);
    if (starred == MR_ERROR)
        return starred;
    ALIAS(starred)->starred = true;
    MrValue one = mr_tuple_from(t, &starred, 1);
    return one == MR_ERROR ? one : mr_iter_new(t, MR_TYPE_generic_alias_iterator, one);
}

static MrValue alias_mro_entries(MrThread *t, MrValue *a) { return mr_tuple_from(t, &ALIAS(a[0])->origin, 1); }

static MrValue alias_instancecheck(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static MrValue alias_subclasscheck(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static MrValue alias_reduce(MrThread *t, MrValue *a)
{
    MrAlias *alias = ALIAS(a[0]);
    MrValue pair[2] = {alias->origin, alias->args};
    MrValue args = mr_tuple_from(t, pair, 2);
    MrValue out[2] = {mr_val(mr_typeof(t, a[0])), args};
    if (args == MR_ERROR || !alias->starred)
        return args == MR_ERROR ? args : mr_tuple_from(t, out, 2);
    MrValue plain = mr_generic_alias(t, alias->origin, alias->args);
    MrValue iterator = plain == MR_ERROR ? plain : mr_iter(t, plain);
    out[0] = mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "next", 4));
    out[1] = iterator == MR_ERROR ? iterator : mr_tuple_from(t, &iterator, 1);
    return out[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, out, 2);
}

static MrValue type_or(MrThread *t, MrValue *a) { return mr_union_type(t, a[0], a[1]); }
static MrValue type_ror(MrThread *t, MrValue *a) { return mr_union_type(t, a[1], a[0]); }

static MrValue get_origin(MrThread *t, MrValue self) { (void)t; return ALIAS(self)->origin; }
static MrValue get_args(MrThread *t, MrValue self) { (void)t; return ALIAS(self)->args; }
static MrValue get_parameters(MrThread *t, MrValue self) { return parameters_of(t, ALIAS(self)->args, &ALIAS(self)->parameters); }
static MrValue get_unpacked(MrThread *t, MrValue self) { (void)t; return mr_bool(ALIAS(self)->starred); }
static MrValue get_unpacked_args(MrThread *t, MrValue self)
{
    return ALIAS(self)->starred && ALIAS(self)->origin == mr_type_val(t, MR_TYPE_tuple) ? ALIAS(self)->args : MR_NONE;
}

static void trace_alias(MrGc *gc, MrObj *o) { mr_mark_values(gc, &((MrAlias *)o)->origin, 3); }

static const MrMethodDef alias_methods[] = {
    {"__new__(cls, origin, args, /)", alias_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__repr__(self, /)", alias_repr, "The text that repr(self) gives.", 0},
    {"__getitem__(self, key, /)", alias_getitem, "What self[key] gives.", 0},
    {"__call__(self, /, *args, **kwargs)", alias_call, "What self(...) runs.", 0},
    {"__eq__(self, value, /)", alias_eq, "Whether self == value.", 0},
    {"__hash__(self, /)", alias_hash, "The number that hash(self) gives.", 0},
    {"__getattribute__(self, name, /)", alias_getattribute, "What reading self.name gives.", 0},
    {"__dir__(self, /)", alias_dir, "The names that dir(self) lists.", 0},
    {"__iter__(self, /)", alias_iter, "An iterator over self.", 0},
    {"__mro_entries__(self, bases, /)", alias_mro_entries, "What stands for it among the bases of a class.", 0},
    {"__instancecheck__(self, instance, /)", alias_instancecheck, "Return isinstance(value, self).", 0},
    {"__subclasscheck__(self, cls, /)", alias_subclasscheck, "Return issubclass(value, self).", 0},
    {"__reduce__(self, /)", alias_reduce, "What pickle needs to make an equal one.", 0},
    {"__or__(self, value, /)", type_or, "What self | value gives.", 0},
    {"__ror__(self, value, /)", type_ror, "What value | self gives.", 0},
    {0}};
static const MrGetSetDef alias_getset[] = {
    {"__origin__", get_origin, NULL, "the class"},
    {"__args__", get_args, NULL, "the arguments, as a tuple"},
    {"__parameters__", get_parameters, NULL, "The TypeVars that the arguments still contain."},
    {"__unpacked__", get_unpacked, NULL, "whether it is written with a star"},
    {"__typing_unpacked_tuple_args__", get_unpacked_args, NULL, "the arguments of an unpacked tuple, or None"},
    {0},
};
const MrTypeDef mr_GenericAlias_type = {.name = "types.GenericAlias", .kind = MR_KIND_OTHER, .size = sizeof(MrAlias), .methods = alias_methods,
                                        .getset = alias_getset, .trace = trace_alias, .doc =
                                             "A generic class with arguments, such as list[int]: __origin__ is the class and __args__ are the "
                                             "arguments (PEP 585)."};

/* ---- UnionType ---- */

static bool may_join(MrThread *t, MrValue v) { return v == MR_NONE || mr_is_type(v) || is_alias(t, v) || is_union(v); }

/* Adds one member unless an equal one is there. */
static bool add_member(MrThread *t, MrValue list, MrValue v)
{
    if (v == MR_NONE)
        v = mr_type_val(t, MR_TYPE_NoneType);
    for (size_t i = 0; i < MR_LIST(list)->length; i++) {
        MrValue old = MR_LIST(list)->items[i];
        int same = is_alias(t, old) && is_alias(t, v) ? mr_eq(t, old, v) : old == v;
        if (same)
            return same > 0;
    }
    return mr_list_append(t, list, v);
}

static bool add_operand(MrThread *t, MrValue list, MrValue v)
{
    if (!is_union(v))
        return add_member(t, list, v);
    MrTuple *args = MR_TUPLE(UNION(v)->args);
    for (size_t i = 0; i < args->length; i++)
        if (!add_member(t, list, args->items[i]))
            return false;
    return true;
}

MrValue mr_union_type(MrThread *t, MrValue a, MrValue b)
{
    if (!may_join(t, a) || !may_join(t, b))
        return MR_NOT_IMPLEMENTED;
    MrValue list = mr_list_new(t, 2);
    if (list == MR_ERROR || !add_operand(t, list, a) || !add_operand(t, list, b))
        return MR_ERROR;
    if (MR_LIST(list)->length == 1)
        return MR_LIST(list)->items[0];
    MrValue args = mr_tuple_from(t, MR_LIST(list)->items, MR_LIST(list)->length);
    MrUnion *u = args == MR_ERROR ? NULL : mr_alloc(t, sizeof *u, MR_KIND_OTHER, MR_TYPE_UnionType);
    if (!u)
        return MR_ERROR;
    u->args = args;
    return mr_val(u);
}

static MrValue union_repr(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(UNION(a[0])->args);
    MrBuf b;
    mr_buf_init(&b);
    for (size_t i = 0; i < args->length; i++) {
        mr_buf_write(&b, " | ", i ? 3 : 0);
        if (args->items[i] == mr_type_val(t, MR_TYPE_NoneType)) {
            mr_buf_write(&b, "None", 4);
        } else if (!write_item(t, &b, args->items[i])) {
            mr_buf_fini(&b);
            return MR_ERROR;
        }
    }
    return mr_str_buf(t, &b);
}

static MrValue member_set(MrThread *t, MrValue u)
{
    MrValue set = mr_set_new(t, true);
    return set == MR_ERROR || !mr_set_update(t, set, UNION(u)->args) ? MR_ERROR : set;
}

static MrValue union_eq(MrThread *t, MrValue *a)
{
    if (!is_union(a[0]) || !is_union(a[1]))
        return MR_NOT_IMPLEMENTED;
    MrValue x = member_set(t, a[0]), y = x == MR_ERROR ? x : member_set(t, a[1]);
    return y == MR_ERROR ? y : mr_compare(t, MR_CMP_EQ, x, y);
}

static MrValue union_hash(MrThread *t, MrValue *a)
{
    uint64_t h;
    MrValue set = member_set(t, a[0]);
    return set == MR_ERROR || !mr_hash(t, set, &h) ? MR_ERROR : mr_int(t, (int64_t)h);
}

static MrValue any_member(MrThread *t, MrValue u, MrValue v, int (*check)(MrThread *t, MrValue v, MrValue cls))
{
    MrTuple *args = MR_TUPLE(UNION(u)->args);
    for (size_t i = 0; i < args->length; i++) {
        int r = check(t, v, args->items[i]);
        if (r)
            return r < 0 ? MR_ERROR : MR_TRUE;
    }
    return MR_FALSE;
}

static MrValue union_instancecheck(MrThread *t, MrValue *a) { return any_member(t, a[0], a[1], mr_isinstance); }
static MrValue union_subclasscheck(MrThread *t, MrValue *a) { return any_member(t, a[0], a[1], mr_issubclass); }

static MrValue union_getitem(MrThread *t, MrValue *a)
{
    MrUnion *u = UNION(a[0]);
    MrValue params = parameters_of(t, u->args, &u->parameters);
    MrValue args = params == MR_ERROR ? params : substitute(t, a[0], u->args, params, a[1]);
    if (args == MR_ERROR)
        return args;
    MrValue joined = MR_TUPLE(args)->items[0];
    for (size_t i = 1; joined != MR_ERROR && i < MR_TUPLE(args)->length; i++)
        joined = mr_binary(t, MR_BIN_OR, joined, MR_TUPLE(args)->items[i]);
    return joined;
}

static MrValue get_union_args(MrThread *t, MrValue self) { (void)t; return UNION(self)->args; }
static MrValue get_union_parameters(MrThread *t, MrValue self) { return parameters_of(t, UNION(self)->args, &UNION(self)->parameters); }

static MrValue get_union_module(MrThread *t, MrValue self) { (void)self; return mr_str_c(t, "types"); }

static void trace_union(MrGc *gc, MrObj *o) { mr_mark_values(gc, &((MrUnion *)o)->args, 2); }

static const MrMethodDef union_methods[] = {
    {"__repr__(self, /)", union_repr, "The text that repr(self) gives.", 0},
    {"__eq__(self, value, /)", union_eq, "Whether self == value.", 0},
    {"__hash__(self, /)", union_hash, "The number that hash(self) gives.", 0},
    {"__or__(self, value, /)", type_or, "What self | value gives.", 0},
    {"__ror__(self, value, /)", type_ror, "What value | self gives.", 0},
    {"__getitem__(self, key, /)", union_getitem, "What self[key] gives.", 0},
    {"__instancecheck__(self, instance, /)", union_instancecheck, "Return isinstance(value, self).", 0},
    {"__subclasscheck__(self, cls, /)", union_subclasscheck, "Return issubclass(value, self).", 0},
    {0}};
static const MrGetSetDef union_getset[] = {
    {"__args__", get_union_args, NULL, "the arguments, as a tuple"},
    {"__parameters__", get_union_parameters, NULL, "The TypeVars that the members of the union still contain."},
    {"__module__", get_union_module, NULL, "the module of the type"},
    {0},
};
const MrTypeDef mr_UnionType_type = {.name = "types.UnionType", .kind = MR_KIND_OTHER, .size = sizeof(MrUnion), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                     .methods = union_methods, .getset = union_getset, .trace = trace_union, .doc =
                                          "Either of several types, such as int | str (PEP 604); members are in __args__."};
