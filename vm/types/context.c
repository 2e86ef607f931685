/* Context, ContextVar and Token of contextvars.
 *
 * The values of a context are a hash array mapped trie that is never changed: setting a variable makes new nodes along one path. A node is a
 * tuple: a bitmap of the 32 possible branches, then a pair for each branch present: (variable, value), or (MR_UNBOUND, child node). Hashes of
 * variables are all different, so that there are no collisions, and an empty map is MR_UNBOUND. See vm/context.h for the forms that
 * a current context takes.
 */
#include "vm/context.h"

#include "vm/types/genericalias.h"

typedef struct MrContextVar {
    MrObj h;
    uint32_t hash;
    MrValue name, fallback;      /* fallback: MR_UNBOUND if it has none */
    MrValue seen_map, seen_value;/* the last look-up in a map */
} MrContextVar;

typedef struct MrToken { /* h.aux: 1 once used */
    MrObj h;
    MrContext *context;
    MrContextVar *var;
    MrValue old;                 /* MR_UNBOUND: it had no value */
} MrToken;

#define VAR(v) ((MrContextVar *)mr_obj_of(v))

/* ---- the trie ---- */

static uint32_t bits_of(MrTuple *node) { return (uint32_t)mr_int_of(node->items[0]); }

static size_t place_of(uint32_t bitmap, uint32_t bit) { return 1 + 2 * (size_t)__builtin_popcount(bitmap & (bit - 1)); }

static MrValue trie_find(MrValue map, const MrContextVar *var)
{
    uint32_t hash = var->hash;
    while (map != MR_UNBOUND) {
        MrTuple *node = MR_TUPLE(map);
        uint32_t bitmap = bits_of(node), bit = 1u << (hash & 31);
        if (!(bitmap & bit))
            return MR_UNBOUND;
        size_t at = place_of(bitmap, bit);
        if (node->items[at] != MR_UNBOUND)
            return node->items[at] == mr_val(var) ? node->items[at + 1] : MR_UNBOUND;
        map = node->items[at + 1];
        hash >>= 5;
    }
    return MR_UNBOUND;
}

static MrTuple *new_node(MrThread *t, uint32_t bitmap)
{
    MrValue v = mr_tuple_new(t, 1 + 2 * (size_t)__builtin_popcount(bitmap));
    if (v == MR_ERROR)
        return NULL;
    MR_TUPLE(v)->items[0] = mr_small_int(bitmap);
    return MR_TUPLE(v);
}

/* The map with var bound to value; depth counts levels down from the root. */
static MrValue trie_set(MrThread *t, MrValue map, unsigned depth, MrContextVar *var, MrValue value)
{
    uint32_t bit = 1u << ((var->hash >> (5 * depth)) & 31);
    MrTuple *old = map == MR_UNBOUND ? NULL : MR_TUPLE(map);
    uint32_t bitmap = old ? bits_of(old) : 0;
    MrTuple *node = new_node(t, bitmap | bit);
    if (!node)
        return MR_ERROR;
    size_t at = place_of(bitmap, bit);
    if (!(bitmap & bit)) {
        if (old) {
            memcpy(node->items + 1, old->items + 1, (at - 1) * sizeof(MrValue));
            memcpy(node->items + at + 2, old->items + at, (old->length - at) * sizeof(MrValue));
        }
        node->items[at] = mr_val(var);
        node->items[at + 1] = value;
        return mr_val(node);
    }
    memcpy(node->items + 1, old->items + 1, (old->length - 1) * sizeof(MrValue));
    if (node->items[at] == mr_val(var)) {
        node->items[at + 1] = value;
        return mr_val(node);
    }
    MrValue child = MR_UNBOUND;
    if (node->items[at] == MR_UNBOUND)
        child = node->items[at + 1];
    else if ((child = trie_set(t, MR_UNBOUND, depth + 1, VAR(node->items[at]), node->items[at + 1])) == MR_ERROR)
        return MR_ERROR;
    if ((child = trie_set(t, child, depth + 1, var, value)) == MR_ERROR)
        return MR_ERROR;
    node->items[at] = MR_UNBOUND;
    node->items[at + 1] = child;
    return mr_val(node);
}

/* The map without var, which it has. MR_UNBOUND when nothing is left. */
static MrValue trie_remove(MrThread *t, MrValue map, unsigned depth, const MrContextVar *var)
{
    MrTuple *old = MR_TUPLE(map);
    uint32_t bitmap = bits_of(old), bit = 1u << ((var->hash >> (5 * depth)) & 31);
    size_t at = place_of(bitmap, bit);
    MrValue child = MR_UNBOUND;
    if (old->items[at] == MR_UNBOUND && (child = trie_remove(t, old->items[at + 1], depth + 1, var)) == MR_ERROR)
        return MR_ERROR;
    if (child == MR_UNBOUND && bitmap == bit)
        return MR_UNBOUND;
    MrTuple *node = new_node(t, child == MR_UNBOUND ? bitmap & ~bit : bitmap);
    if (!node)
        return MR_ERROR;
    memcpy(node->items + 1, old->items + 1, (at - 1) * sizeof(MrValue));
    if (child != MR_UNBOUND) {
        node->items[at + 1] = child;
        memcpy(node->items + at + 2, old->items + at + 2, (old->length - at - 2) * sizeof(MrValue));
    } else {
        memcpy(node->items + at, old->items + at + 2, (old->length - at - 2) * sizeof(MrValue));
    }
    return mr_val(node);
}

/* Appends (variable, value) pairs, or either part, to a list. */
enum { KEYS = 1, VALUES = 2, ITEMS = 3 };
static bool trie_list(MrThread *t, MrValue map, int what, MrValue list)
{
    MrTuple *node = map == MR_UNBOUND ? NULL : MR_TUPLE(map);
    for (size_t i = 1; node && i < node->length; i += 2) {
        if (node->items[i] == MR_UNBOUND) {
            if (!trie_list(t, node->items[i + 1], what, list))
                return false;
            continue;
        }
        MrValue v = what == ITEMS ? mr_tuple_from(t, node->items + i, 2) : node->items[what == KEYS ? i : i + 1];
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return false;
    }
    return true;
}

static size_t trie_count(MrValue map)
{
    size_t n = 0;
    MrTuple *node = map == MR_UNBOUND ? NULL : MR_TUPLE(map);
    for (size_t i = 1; node && i < node->length; i += 2)
        n += node->items[i] == MR_UNBOUND ? trie_count(node->items[i + 1]) : 1;
    return n;
}

/* ---- Context ---- */

static MrContext *context_make(MrThread *t, MrValue map)
{
    MrContext *c = mr_alloc(t, sizeof *c, MR_KIND_OTHER, MR_TYPE_Context);
    if (c)
        c->map = map;
    return c;
}

MrContext *mr_context_object(MrThread *t, MrValue *context)
{
    if (mr_is_context(*context))
        return (MrContext *)mr_obj_of(*context);
    MrContext *c = context_make(t, *context);
    if (!c)
        return NULL;
    if (context == &t->context)
        c->h.aux = 1;
    *context = mr_val(c);
    return c;
}

MrValue mr_context_run(MrThread *t, MrContext *c, MrValue f, MrValue args, MrValue kwargs)
{
    if (c->h.aux) {
        MrValue text = mr_repr(t, mr_val(c));
        return text == MR_ERROR ? text : mr_raise(t, MR_EXC_RuntimeError, "cannot enter context: %s is already entered", mr_cstr(text));
    }
    if (!mr_context_object(t, &t->context)) /* so that the outer one has an identity that survives the switch */
        return MR_ERROR;
    c->outer = t->context;
    c->h.aux = 1;
    t->context = mr_val(c);
    MrValue r = mr_call_kw(t, f, args, kwargs);
    t->context = c->outer;
    c->outer = MR_UNBOUND;
    c->h.aux = 0;
    return r;
}

static void context_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrContext *)o)->map);
    mr_mark(gc, ((MrContext *)o)->outer);
}

static MrValue context_new(MrThread *t, MrValue *a)
{
    if (MR_TUPLE(a[1])->length || a[2] != MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "Context() does not accept any arguments");
    MrContext *c = context_make(t, MR_UNBOUND);
    return c ? mr_val(c) : MR_ERROR;
}

static MrValue context_run(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (args->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "run() missing 1 required positional argument");
    MrValue rest = mr_tuple_from(t, args->items + 1, args->length - 1);
    return rest == MR_ERROR ? rest : mr_context_run(t, (MrContext *)mr_obj_of(a[0]), args->items[0], rest, a[2]);
}

static MrValue context_copy(MrThread *t, MrValue *a)
{
    MrContext *c = context_make(t, ((MrContext *)mr_obj_of(a[0]))->map);
    return c ? mr_val(c) : MR_ERROR;
}

/* The value of a key that must be a ContextVar, MR_UNBOUND if it has none. */
static MrValue look_up(MrThread *t, MrValue self, MrValue key)
{
    if (!mr_is_exact(key, MR_TYPE_ContextVar)) {
        MrValue text = mr_repr(t, key);
        return text == MR_ERROR ? text : mr_raise(t, MR_EXC_TypeError, "a ContextVar key was expected, got %s", mr_cstr(text));
    }
    return trie_find(((MrContext *)mr_obj_of(self))->map, VAR(key));
}

static MrValue context_getitem(MrThread *t, MrValue *a)
{
    MrValue v = look_up(t, a[0], a[1]);
    return v == MR_UNBOUND ? mr_raise_type_value(t, MR_EXC_KeyError, a[1]) : v;
}

static MrValue context_contains(MrThread *t, MrValue *a)
{
    MrValue v = look_up(t, a[0], a[1]);
    return v == MR_ERROR ? v : mr_bool(v != MR_UNBOUND);
}

static MrValue context_get(MrThread *t, MrValue *a)
{
    MrValue v = look_up(t, a[0], a[1]);
    return v != MR_UNBOUND ? v : a[2] == MR_UNBOUND ? MR_NONE : a[2];
}

static MrValue context_len(MrThread *t, MrValue *a)
{
    return mr_int(t, (int64_t)trie_count(((MrContext *)mr_obj_of(a[0]))->map));
}

static MrValue iterate(MrThread *t, MrValue self, int what)
{
    MrValue list = mr_list_new(t, 0);
    if (list == MR_ERROR || !trie_list(t, ((MrContext *)mr_obj_of(self))->map, what, list))
        return MR_ERROR;
    return mr_iter(t, list);
}

static MrValue context_iter(MrThread *t, MrValue *a) { return iterate(t, a[0], KEYS); }
static MrValue context_keys(MrThread *t, MrValue *a) { return iterate(t, a[0], KEYS); }
static MrValue context_values(MrThread *t, MrValue *a) { return iterate(t, a[0], VALUES); }
static MrValue context_items(MrThread *t, MrValue *a) { return iterate(t, a[0], ITEMS); }

/* 1, 0, -1: every binding of `map` is in `other` with an equal value. */
static int contained(MrThread *t, MrValue map, MrValue other)
{
    MrTuple *node = map == MR_UNBOUND ? NULL : MR_TUPLE(map);
    for (size_t i = 1; node && i < node->length; i += 2) {
        int same;
        if (node->items[i] == MR_UNBOUND) {
            same = contained(t, node->items[i + 1], other);
        } else {
            MrValue v = trie_find(other, VAR(node->items[i]));
            same = v == MR_UNBOUND ? 0 : mr_eq(t, node->items[i + 1], v);
        }
        if (same <= 0)
            return same;
    }
    return 1;
}

static MrValue compare_contexts(MrThread *t, MrValue *a, bool negate)
{
    if (!mr_is_context(a[1]))
        return MR_NOT_IMPLEMENTED;
    MrValue x = ((MrContext *)mr_obj_of(a[0]))->map, y = ((MrContext *)mr_obj_of(a[1]))->map;
    int same = x == y ? 1 : trie_count(x) != trie_count(y) ? 0 : contained(t, x, y);
    return same < 0 ? MR_ERROR : mr_bool((same != 0) != negate);
}

static MrValue context_eq(MrThread *t, MrValue *a) { return compare_contexts(t, a, false); }
static MrValue context_ne(MrThread *t, MrValue *a) { return compare_contexts(t, a, true); }

static const MrMethodDef context_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", context_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"run(self, /, *args, **kwargs)", context_run, "Call a function inside this context.", 0},
    {"copy(self, /)", context_copy, "A new context with the same variables; takes the same short time for any number of them.", 0},
    {"get(self, key, default=None, /)", context_get, "What `key` is set to here, or default.", 0},
    {"keys(self, /)", context_keys, "The variables that are set, as an iterator.", 0},
    {"values(self, /)", context_values, "What the variables are set to, as an iterator.", 0},
    {"items(self, /)", context_items, "Pairs of variable and value, those that are set here.", 0},
    {"__getitem__(self, key, /)", context_getitem, "What self[key] gives.", 0},
    {"__contains__(self, key, /)", context_contains, "Whether `key in self` holds.", 0},
    {"__len__(self, /)", context_len, "The number that len(self) gives.", 0},
    {"__iter__(self, /)", context_iter, "An iterator over self.", 0},
    {"__eq__(self, value, /)", context_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", context_ne, "Whether self != value.", 0},
    {0},
};

const MrTypeDef mr_Context_type = {
    .name = "_contextvars.Context",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrContext),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_ABSTRACT_HASH | MR_TYPEDEF_MAPPING,
    .methods = context_methods,
    .trace = context_trace,
    .module = "_contextvars",
    .doc = "Values of context variables; each task runs in a copy of its own.",
};

/* ---- ContextVar ---- */

static void var_trace(MrGc *gc, MrObj *o)
{
    MrContextVar *v = (MrContextVar *)o;
    mr_mark(gc, v->name);
    mr_mark(gc, v->fallback);
    v->seen_map = MR_ERROR; /* no map is equal to it: the memory of the one last seen may go */
    v->seen_value = MR_UNBOUND;
}

static MrValue var_new(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "context variable name must be a str");
    MrContextVar *v = mr_alloc(t, sizeof *v, MR_KIND_OTHER, MR_TYPE_ContextVar);
    if (!v)
        return MR_ERROR;
    v->hash = ++t->iso->next_context_var * 0x9E3779B1u; /* an odd factor: different for every variable */
    v->name = a[1];
    v->fallback = a[2];
    v->seen_map = MR_ERROR;
    return mr_val(v);
}

static MrValue value_now(MrThread *t, MrContextVar *v)
{
    MrValue map = mr_context_snapshot(t);
    if (map != v->seen_map) {
        v->seen_value = trie_find(map, v);
        v->seen_map = map;
    }
    return v->seen_value;
}

MrValue mr_context_var_new(MrThread *t, const char *name)
{
    MrValue a[3] = {MR_UNBOUND, mr_str_c(t, name), MR_UNBOUND};
    return a[1] == MR_ERROR ? MR_ERROR : var_new(t, a);
}

MrValue mr_context_var_get(MrThread *t, MrValue var) { return value_now(t, VAR(var)); }

bool mr_context_var_set(MrThread *t, MrValue var, MrValue value)
{
    MrContextVar *v = VAR(var);
    MrContext *c = mr_context_object(t, &t->context);
    MrValue map = c ? trie_set(t, c->map, 0, v, value) : MR_ERROR;
    if (map == MR_ERROR)
        return false;
    c->map = map;
    return true;
}

static MrValue var_get(MrThread *t, MrValue *a)
{
    MrContextVar *v = VAR(a[0]);
    MrValue now = value_now(t, v);
    if (now != MR_UNBOUND)
        return now;
    if (a[1] != MR_UNBOUND)
        return a[1];
    return v->fallback != MR_UNBOUND ? v->fallback : mr_raise_type_value(t, MR_EXC_LookupError, a[0]);
}

static MrValue var_set(MrThread *t, MrValue *a)
{
    MrContextVar *v = VAR(a[0]);
    MrContext *c = mr_context_object(t, &t->context);
    MrToken *token = c ? mr_alloc(t, sizeof *token, MR_KIND_OTHER, MR_TYPE_Token) : NULL;
    if (!token)
        return MR_ERROR;
    token->context = c;
    token->var = v;
    token->old = value_now(t, v);
    MrValue map = trie_set(t, c->map, 0, v, a[1]);
    if (map == MR_ERROR)
        return map;
    c->map = map;
    return mr_val(token);
}

static MrValue wrong_token(MrThread *t, MrTypeId exc, MrValue token, const char *what)
{
    MrValue text = mr_repr(t, token);
    return text == MR_ERROR ? text : mr_raise(t, exc, "%s %s", mr_cstr(text), what);
}

static MrValue var_reset(MrThread *t, MrValue *a)
{
    MrContextVar *v = VAR(a[0]);
    if (!mr_is_exact(a[1], MR_TYPE_Token)) {
        MrValue text = mr_repr(t, a[1]);
        return text == MR_ERROR ? text : mr_raise(t, MR_EXC_TypeError, "expected an instance of Token, got %s", mr_cstr(text));
    }
    MrToken *token = (MrToken *)mr_obj_of(a[1]);
    if (token->h.aux)
        return wrong_token(t, MR_EXC_RuntimeError, a[1], "has already been used once");
    if (token->var != v)
        return wrong_token(t, MR_EXC_ValueError, a[1], "was created by a different ContextVar");
    if (mr_val(token->context) != t->context)
        return wrong_token(t, MR_EXC_ValueError, a[1], "was created in a different Context");
    MrContext *c = token->context;
    MrValue map;
    if (token->old != MR_UNBOUND)
        map = trie_set(t, c->map, 0, v, token->old);
    else if (trie_find(c->map, v) == MR_UNBOUND)
        return mr_raise_type_value(t, MR_EXC_LookupError, a[0]);
    else
        map = trie_remove(t, c->map, 0, v);
    if (map == MR_ERROR)
        return map;
    token->h.aux = 1;
    c->map = map;
    return MR_NONE;
}

static MrValue var_repr(MrThread *t, MrValue *a)
{
    MrContextVar *v = VAR(a[0]);
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_puts(&buf, "<ContextVar name=");
    bool ok = mr_repr_to(t, &buf, v->name);
    if (ok && v->fallback != MR_UNBOUND) {
        mr_buf_puts(&buf, " default=");
        ok = mr_repr_to(t, &buf, v->fallback);
    }
    mr_buf_printf(&buf, " at %p>", (void *)v);
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}

static MrValue var_name(MrThread *t, MrValue self)
{
    (void)t;
    return VAR(self)->name;
}

static MrValue any_class_getitem(MrThread *t, MrValue *a) { return mr_generic_alias(t, a[0], a[1]); }

static const MrMethodDef var_methods[] = {
    {"__new__(cls, name, /, *, default=None)", var_new, "Create a context variable.", MR_METHOD_STATIC},
    {"get(self, default=None, /)", var_get,
     "What the variable is set to in the running context; else default, the variable's own default, or a LookupError.", 0},
    {"set(self, value, /)", var_set, "Set the variable in the running context; the token that is returned lets reset() undo it.", 0},
    {"reset(self, token, /)", var_reset, "Undo the set() that returned the token; raises ValueError for a token of another variable or context.", 0},
    {"__repr__(self, /)", var_repr, "The text that repr(self) gives.", 0},
    {"__class_getitem__(cls, item, /)", any_class_getitem, "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

static const MrGetSetDef var_getset[] = {{"name", var_name, NULL, "the name given when it was made"}, {0}};

const MrTypeDef mr_ContextVar_type = {
    .name = "_contextvars.ContextVar",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrContextVar),
    .flags = MR_TYPEDEF_FINAL,
    .methods = var_methods,
    .getset = var_getset,
    .trace = var_trace,
    .module = "_contextvars",
    .doc = "A variable with a value for each context: get(), set(), reset().",
};

/* ---- Token ---- */

static void token_trace(MrGc *gc, MrObj *o)
{
    MrToken *k = (MrToken *)o;
    mr_mark_obj(gc, k->context);
    mr_mark_obj(gc, k->var);
    mr_mark(gc, k->old);
}

/* Token.MISSING: an object of its own type, one per isolate, kept in Token's dict. */
static MrValue missing_repr(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_str_c(t, "<Token.MISSING>");
}

static const MrMethodDef missing_methods[] = {{"__repr__(self, /)", missing_repr, "The text that repr(self) gives.", 0}, {0}};
static const MrTypeDef missing_type = {
    .name = "Token.MISSING",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrObj) + 8,
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = missing_methods,
    .module = "builtins",
};

MrValue mr_token_missing(MrThread *t)
{
    MrValue v = t->iso->hooks[MR_HOOK_TOKEN_MISSING];
    if (v != MR_UNBOUND)
        return v;
    MrType *type = mr_type_from_def(t, &missing_type);
    MrObj *o = type ? mr_alloc_instance(t, missing_type.size, type) : NULL;
    return o ? t->iso->hooks[MR_HOOK_TOKEN_MISSING] = mr_val(o) : MR_ERROR;
}

static MrValue token_new(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise(t, MR_EXC_RuntimeError, "Tokens can only be created by ContextVars");
}

static MrValue token_repr(MrThread *t, MrValue *a)
{
    MrToken *k = (MrToken *)mr_obj_of(a[0]);
    MrValue var = mr_repr(t, mr_val(k->var));
    return var == MR_ERROR ? var : mr_strf(t, "<Token%s var=%s at %p>", k->h.aux ? " used" : "", mr_cstr(var), (void *)k);
}

static MrValue token_var(MrThread *t, MrValue self)
{
    (void)t;
    return mr_val(((MrToken *)mr_obj_of(self))->var);
}

static MrValue token_old(MrThread *t, MrValue self)
{
    MrValue old = ((MrToken *)mr_obj_of(self))->old;
    return old == MR_UNBOUND ? mr_token_missing(t) : old;
}

static const MrMethodDef token_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", token_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", token_repr, "The text that repr(self) gives.", 0},
    {"__class_getitem__(cls, item, /)", any_class_getitem, "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

static const MrGetSetDef token_getset[] = {
    {"var", token_var, NULL, "the variable that was set"},
    {"old_value", token_old, NULL, "what the variable was set to before, or Token.MISSING"},
    {0},
};

const MrTypeDef mr_Token_type = {
    .name = "_contextvars.Token",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrToken),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_ABSTRACT_HASH,
    .methods = token_methods,
    .getset = token_getset,
    .trace = token_trace,
    .module = "_contextvars",
    .doc = "What ContextVar.set() returns, to undo it with reset().",
};
