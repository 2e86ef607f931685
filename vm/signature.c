/* Natives' signatures and argument binding. The texts of errors follow CPython's, which depend on how a function takes its arguments: none, one
 * positional, several positional-only, or keywords too.
 */
#include "vm/signature.h"

#define MAX_PARAMS 32

typedef struct Scan { const char *p; MrStr *names[MAX_PARAMS]; bool star, slash; MrSignature s; } Scan;

static void skip_default(const char **p)
{
    int depth = 0;
    char quote = 0;
    for (; **p; ++*p) {
        char c = **p;
        if (quote) {
            if (c == quote)
                quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            if (depth-- == 0)
                return;
        } else if (c == ',' && depth == 0) {
            return;
        }
    }
}

static bool scan_param(MrThread *t, Scan *c)
{
    while (*c->p == ' ')
        c->p++;
    if (*c->p == '/') {
        c->s.n_posonly = c->s.n;
        c->slash = true;
        c->p++;
        return true;
    }
    int stars = 0;
    while (*c->p == '*') {
        stars++;
        c->p++;
    }
    if (*c->p == '$')
        c->p++;
    const char *start = c->p;
    while (*c->p && *c->p != ',' && *c->p != ')' && *c->p != '=' && *c->p != ':' && *c->p != ' ')
        c->p++;
    size_t len = (size_t)(c->p - start);
    if (stars == 1)
        c->star = true;
    if (len == 0) /* a bare * */
        return true;
    if (c->s.n == MAX_PARAMS)
        return false;
    uint16_t i = c->s.n++;
    if (!(c->names[i] = mr_intern(t, start, len)))
        return false;
    if (stars == 1)
        c->s.var = (int16_t)i;
    else if (stars == 2)
        c->s.varkw = (int16_t)i;
    else if (!c->star)
        c->s.n_pos = c->s.n;
    const char *before = c->p;
    skip_default(&c->p);
    for (const char *q = before; q < c->p; q++)
        if (*q == '=')
            c->s.optional |= (uint64_t)1 << i;
    return true;
}

/* The parsed signature; NULL with MemoryError. Fills f->sig, nparams, plain. */
static const MrSignature *native_signature(MrThread *t, MrNativeFn *f)
{
    if (f->sig)
        return f->sig;
    Scan c = {0};
    c.s.var = c.s.varkw = -1;
    c.p = strchr(f->def->sig, '(');
    c.p = c.p ? c.p + 1 : f->def->sig + strlen(f->def->sig);
    while (*c.p && *c.p != ')') {
        if (!scan_param(t, &c))
            return NULL;
        while (*c.p == ',' || *c.p == ' ')
            c.p++;
    }
    bool in_type = mr_is_type(f->owner);
    c.s.implicit = in_type && c.s.n > 0 && (!(f->def->flags & MR_METHOD_STATIC) || !strncmp(f->def->sig, "__new__(", 8));
    if (c.s.implicit && c.s.n_posonly == 0)
        c.s.n_posonly = 1;
    while (c.s.n_required < c.s.n_pos && !(c.s.optional >> c.s.n_required & 1))
        c.s.n_required++;
    MrSignature *s = mr_buffer_new(t, sizeof *s + c.s.n * sizeof(MrStr *));
    if (!s)
        return NULL;
    *s = c.s;
    memcpy(s->names, c.names, c.s.n * sizeof(MrStr *));
    f->sig = s;
    f->nparams = s->n;
    f->plain = s->n == s->n_posonly && s->n_required == s->n && !(f->def->flags & MR_METHOD_STATIC);
    return s;
}

/* A class whose arguments a format string without a name of its own describes: it is "function" in errors. */
static bool is_parsed_new(const MrNativeFn *f) { return f->def->flags & MR_METHOD_PARSED && (!f->sig || f->sig->var < 0) && !strncmp(f->def->sig, "__new__(", 8) && mr_is_type(f->owner); }

/* The name that argument errors show. */
static const char *shown_name(MrThread *t, MrNativeFn *f, bool qualified, char *out, size_t size)
{
    const char *paren = strchr(f->def->sig, '(');
    int len = (int)(paren ? paren - f->def->sig : (long)strlen(f->def->sig));
    if (mr_is_type(f->owner)) {
        const MrType *owner = MR_TYPE(f->owner);
        if (f->def->flags & MR_METHOD_CLASS && mr_is_type(f->self))
            owner = MR_TYPE(f->self);
        else if (f->self != MR_UNBOUND && !(f->def->flags & (MR_METHOD_CLASS | MR_METHOD_STATIC)))
            owner = mr_typeof(t, f->self);
        const char *type = owner->name->bytes;
        if (!strncmp(f->def->sig, "__new__", 7) || !strncmp(f->def->sig, "__init__", 8))
            snprintf(out, size, "%s", type);
        else if (qualified)
            snprintf(out, size, "%s.%.*s", type, len, f->def->sig);
        else
            snprintf(out, size, "%.*s", len, f->def->sig);
    } else {
        MrValue module = mr_is_kind(f->owner, MR_KIND_MODULE) ? ((MrModule *)mr_obj_of(f->owner))->name : f->owner;
        bool prefix = qualified && mr_is_str(module) && !mr_str_equal_c(module, "builtins");
        snprintf(out, size, "%s%s%.*s", prefix ? mr_cstr(module) : "", prefix ? "." : "", len, f->def->sig);
    }
    return out;
}

/* The name in errors of arguments that a format string describes, which may know no name: then it is `nameless`. */
static const char *parsed_name(MrThread *t, MrNativeFn *f, const char *nameless, char *out, size_t size)
{
    char name[200];
    if (is_parsed_new(f) && !(f->def->flags & MR_METHOD_TUPLE))
        return nameless;
    snprintf(out, size, "%s()", is_parsed_new(f) ? "__new__" : shown_name(t, f, false, name, sizeof name));
    return out;
}

/* Whether a parameter is missing that the function itself asks for (its default is `...`): it tells of that before any unknown keyword. */
static bool lacks_needed(const MrNativeFn *f, const MrSignature *s, const MrValue *out)
{
    const char *p = f->def->sig;
    for (uint16_t i = s->implicit; (p = strstr(p, "=...")) != NULL && i < s->n; i++, p++)
        if (out[i] == MR_UNBOUND)
            return true;
    return false;
}

/* Special methods that C code stands for have messages of their own. */
static bool is_slot_wrapper(const MrNativeFn *f) { return f->h.shape == MR_TYPE_wrapper_descriptor || f->h.shape == MR_TYPE_method_wrapper; }

static void needs_self(MrThread *t, MrNativeFn *f)
{
    char name[200];
    if (!strncmp(f->def->sig, "__new__(", 8) && mr_is_type(f->owner))
        mr_raise(t, MR_EXC_TypeError, "%s.__new__(): not enough arguments", mr_class_name(MR_TYPE(f->owner)));
    else if (is_slot_wrapper(f))
        mr_raise(t, MR_EXC_TypeError, "descriptor '%.*s' of '%s' object needs an argument", (int)strcspn(f->def->sig, "("), f->def->sig,
                 MR_TYPE(f->owner)->name->bytes);
    else
        mr_raise(t, MR_EXC_TypeError, "unbound method %s() needs an argument", shown_name(t, f, true, name, sizeof name));
}

static void no_keywords(MrThread *t, MrNativeFn *f)
{
    char name[200];
    if (is_slot_wrapper(f) && strncmp(f->def->sig, "__init__", 8) != 0)
        mr_raise(t, MR_EXC_TypeError, "wrapper %.*s() takes no keyword arguments", (int)strcspn(f->def->sig, "("), f->def->sig);
    else
        mr_raise(t, MR_EXC_TypeError, "%s() takes no keyword arguments",
                 shown_name(t, f, mr_is_type(f->owner) ? (!(f->def->flags & MR_METHOD_PARSED) && (!f->sig || f->sig->var < 0 || !strncmp(f->def->sig, "throw(", 6))) : !(f->def->flags & (MR_METHOD_PARSED | MR_METHOD_TUPLE)), name, sizeof name));
}

static void wrong_count(MrThread *t, MrNativeFn *f, const MrSignature *s, size_t argc)
{
    char name[200];
    size_t given = argc - s->implicit, max = (size_t)s->n_pos - s->implicit, min = (size_t)s->n_required - s->implicit;
    bool posonly = s->n_posonly >= s->n_pos && s->n == s->n_pos;
    if (posonly && is_slot_wrapper(f) && strncmp(f->def->sig, "__init__", 8) != 0)
        mr_raise(t, MR_EXC_TypeError, "%sexpected %s%zu argument%s, got %zu", max > 1 || f->def->flags & MR_METHOD_REPEAT || !strncmp(f->def->sig, "__buffer__(", 11) ? " " : "", min == max ? "" : given < min ? "at least " : "at most ",
                 given < min ? min : max, (given < min ? min : max) == 1 ? "" : "s", given);
    else if (f->def->flags & MR_METHOD_PARSED)
        mr_raise(t, MR_EXC_TypeError, "%s takes %s %zu argument%s (%zu given)", parsed_name(t, f, "function", name, sizeof name),
                 min == max ? "exactly" : given < min ? "at least" : "at most", given < min ? min : max, (given < min ? min : max) == 1 ? "" : "s", given);
    else if (posonly && max == 0)
        mr_raise(t, MR_EXC_TypeError, "%s() takes no arguments (%zu given)", shown_name(t, f, true, name, sizeof name), given);
    else if (posonly && max == 1 && min == 1 && !(f->def->flags & MR_METHOD_TUPLE) && strncmp(f->def->sig, "__new__(", 8) != 0)
        mr_raise(t, MR_EXC_TypeError, "%s() takes exactly one argument (%zu given)", shown_name(t, f, true, name, sizeof name), given);
    else if (posonly || (s->n_posonly == s->n_pos && s->n_pos > s->implicit && (s->var >= 0 || !strncmp(f->def->sig, "sorted(", 7))))
        mr_raise(t, MR_EXC_TypeError, "%s expected %s%zu argument%s, got %zu", shown_name(t, f, false, name, sizeof name),
                 min == max ? "" : given < min ? "at least " : "at most ", given < min ? min : max, (given < min ? min : max) == 1 ? "" : "s", given);
    else if (given < min)
        mr_raise(t, MR_EXC_TypeError, "%s() takes %s %zu positional argument%s (%zu given)", shown_name(t, f, false, name, sizeof name),
                 min == max ? "exactly" : "at least", min, min == 1 ? "" : "s", given);
    else if (max == 0)
        mr_raise(t, MR_EXC_TypeError, "%s() takes no positional arguments", shown_name(t, f, false, name, sizeof name));
    else
        mr_raise(t, MR_EXC_TypeError, "%s() takes %s %zu %sargument%s (%zu given)", shown_name(t, f, false, name, sizeof name),
                 min == max ? "exactly" : "at most", max, s->n > s->n_pos && s->var < 0 ? "positional " : "", max == 1 ? "" : "s", given);
}

static int find_keyword(MrThread *t, const MrSignature *s, MrStr *name)
{
    for (int i = s->n_posonly; i < s->n; i++)
        if (i != s->var && i != s->varkw && mr_str_equal(t, s->names[i], name))
            return i;
    return -1;
}

/* The keywords that name a parameter without a value yet; *left gets how many there are beside them. */
static void take_keywords(MrThread *t, const MrSignature *s, const MrValue *values, const MrTuple *kwnames, MrValue *out, size_t *left)
{
    *left = 0;
    for (size_t i = 0; i < kwnames->length; i++) {
        int k = find_keyword(t, s, MR_STR(kwnames->items[i]));
        if (k >= 0 && out[k] == MR_UNBOUND)
            out[k] = values[i];
        else
            (*left)++;
    }
}

/* The rest of the keywords: for a parameter that has its value by position, for **kwargs, or for none. */
static bool bind_rest(MrThread *t, MrNativeFn *f, const MrSignature *s, size_t argc, const MrValue *values, MrTuple *kwnames, MrValue *out)
{
    char shown[200];
    for (size_t i = 0; i < kwnames->length; i++) {
        MrStr *name = MR_STR(kwnames->items[i]);
        int k = find_keyword(t, s, name);
        if (k >= 0 && (size_t)k < argc && k < s->n_pos && !(is_parsed_new(f) && lacks_needed(f, s, out))) {
            mr_raise(t, MR_EXC_TypeError, "argument for %s given by name ('%s') and position (%d)", parsed_name(t, f, "function", shown, sizeof shown),
                     name->bytes, k + 1 - s->implicit);
            return false;
        }
    }
    for (size_t i = 0; i < kwnames->length; i++) {
        MrStr *name = MR_STR(kwnames->items[i]);
        if (find_keyword(t, s, name) >= 0)
            continue;
        if (s->varkw < 0) {
            bool none = s->n_posonly >= s->n_pos && s->n_pos + (s->var >= 0) == s->n;
            if (none)
                no_keywords(t, f);
            else if (s->var >= 0 && f->def->flags & MR_METHOD_TUPLE && MR_TUPLE(out[s->var])->length == 0)
                mr_raise(t, MR_EXC_TypeError, "%s expected at least 1 argument, got 0", shown_name(t, f, false, shown, sizeof shown));
            else if (s->var >= 0 && f->def->flags & MR_METHOD_PARSED && kwnames->length > (size_t)s->n - s->var - 1)
                mr_raise(t, MR_EXC_TypeError, "%s() takes at most %d keyword argument%s (%u given)", shown_name(t, f, false, shown, sizeof shown), s->n - s->var - 1,
                         s->n - s->var == 2 ? "" : "s", (unsigned)kwnames->length);
            else if (!strncmp(f->def->sig, "sorted(", 7) && mr_list_of(t, out[0]) == MR_ERROR)
                return false; /* it makes the list first */
            else if (is_parsed_new(f) && lacks_needed(f, s, out))
                continue;
            else
                mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for %s", name->bytes, /* sorted() leaves them to list.sort() */
                         strncmp(f->def->sig, "sorted(", 7) ? parsed_name(t, f, "this function", shown, sizeof shown) : "sort()");
            return false;
        }
        if (out[s->varkw] == MR_UNBOUND) {
            MrDict *d = mr_dict_new(t);
            if (!d)
                return false;
            out[s->varkw] = mr_val(d);
        }
        if (!mr_dict_set(t, MR_DICT(out[s->varkw]), mr_val(name), values[i]))
            return false;
    }
    return true;
}

/* Keywords of a subclass's own `__init__` pass a builtin `__new__` that knows none, and those of its own `__new__` pass `list.__init__`. */
static bool leaves_keywords(MrThread *t, const MrNativeFn *f, MrValue self)
{
    if (!mr_is_type(f->owner) || !f->sig || f->sig->varkw >= 0 || f->sig->n_posonly != f->sig->n)
        return false;
    MrType *owner = MR_TYPE(f->owner);
    if (f->def->flags & MR_METHOD_STATIC && !strncmp(f->def->sig, "__new__(", 8) && mr_is_type(self))
        return mr_slot(t, MR_TYPE(self), MR_SLOT_init) != mr_slot(t, owner, MR_SLOT_init);
    return owner->def->kind == MR_KIND_LIST && !strncmp(f->def->sig, "__init__(", 9) &&
           mr_slot(t, mr_typeof(t, self), MR_SLOT_new) != mr_slot(t, owner, MR_SLOT_new);
}

bool mr_native_bind(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrTuple *kwnames, MrValue *out)
{
    const MrSignature *s = native_signature(t, f);
    if (!s)
        return false;
    char shown[200];
    for (uint16_t i = 0; i < s->n; i++)
        out[i] = MR_UNBOUND;
    size_t direct = argc < s->n_pos ? argc : s->n_pos;
    if (direct)
        memcpy(out, args, direct * sizeof *out);
    size_t n_kw = kwnames ? kwnames->length : 0;
    if (s->implicit && argc == 0)
        return needs_self(t, f), false;
    if (n_kw && leaves_keywords(t, f, args[0]))
        n_kw = 0, kwnames = NULL;
    if (n_kw && s->varkw < 0 && s->n_posonly >= s->n_pos && s->n_pos + (s->var >= 0) == s->n)
        return no_keywords(t, f), false;
    if (argc + n_kw > s->n && s->var < 0 && s->varkw < 0 && s->n > s->n_posonly && strncmp(f->def->sig, "sorted(", 7) != 0) {
        size_t max = (size_t)s->n - s->implicit;
        mr_raise(t, MR_EXC_TypeError, "%s takes at most %zu %sargument%s (%zu given)", parsed_name(t, f, "function", shown, sizeof shown), max,
                 argc == s->implicit ? "keyword " : "", max == 1 ? "" : "s", argc - s->implicit + n_kw);
        return false;
    }
    if (s->var >= 0) {
        MrValue rest = mr_tuple_from(t, args + direct, argc - direct);
        if (rest == MR_ERROR)
            return false;
        out[s->var] = rest;
    } else if (argc > s->n_pos) {
        return wrong_count(t, f, s, argc), false;
    }
    size_t left = 0;
    if (n_kw)
        take_keywords(t, s, args + argc, kwnames, out, &left);
    for (uint16_t i = (uint16_t)direct; i < s->n; i++) { /* what is missing is told before what is too much */
        if (out[i] != MR_UNBOUND || s->optional >> i & 1 || i == s->var || i == s->varkw)
            continue;
        if (i < s->n_posonly)
            return wrong_count(t, f, s, argc), false;
        mr_raise(t, MR_EXC_TypeError, "%s() missing required argument '%s' (pos %d)", shown_name(t, f, false, shown, sizeof shown), s->names[i]->bytes,
                 i + 1 - s->implicit);
        return false;
    }
    return !left || bind_rest(t, f, s, argc, args + argc, kwnames, out);
}

void mr_native_prepare(MrThread *t, MrNativeFn *f)
{
    if (!f->sig && !native_signature(t, f))
        mr_take_pending(t); /* out of memory: the call itself will say so */
}
