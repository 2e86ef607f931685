/* moray.h: native functions of the host. A signature is Python text, read once: names, kinds of parameters, checked types, defaults. Calls are
 * bound here, with the messages that Python functions have.
 *
 * A function object is an ordinary native function whose bound `self` is a HostFunction: the VM hands its arguments over as *args, **kwargs.
 */
#include <ctype.h>
#include <string.h>

#include "compiler/compile.h"
#include "vm/api/api.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/function.h"
#include "vm/import.h"
#include "vm/signature.h"

#define MAX_PARAMS 32

enum { ANY = 0, BOOL = 1, INT = 2, FLOAT = 4, STR = 8, BYTES = 16, LIST = 32, TUPLE = 64, DICT = 128, SET = 256, CALLABLE = 512, NONE = 1024 };
enum { POSITIONAL_ONLY, PLAIN, KEYWORD_ONLY, REST, REST_BY_NAME }; /* the last two: *args, a tuple, and **kwargs, a dict */

static const struct { const char *name; uint16_t bits; } type_names[] = {
    {"bool", BOOL}, {"int", INT}, {"float", FLOAT}, {"str", STR}, {"bytes", BYTES}, {"list", LIST}, {"tuple", TUPLE}, {"dict", DICT}, {"set", SET},
    {"callable", CALLABLE}, {"None", NONE},
};

typedef struct Param {
    MrStr *name;
    MrValue preset;  /* MR_UNBOUND: required */
    uint16_t types;  /* bits of what is taken, ANY: everything */
    uint8_t kind;
} Param;

typedef struct HostFunction {
    MrObj h;
    MrMethodDef def;      /* its texts are in `texts` */
    char *texts;          /* buffer */
    MorayVM *vm;
    MorayNative fn;
    MorayAsyncNative async_fn;  /* instead of fn */
    const MrHostClass *cls;     /* of a method, whose first parameter is self */
    MrValue coroutine;          /* async ones: the script function that makes the coroutine, once there was a call */
    void *data;
    uint32_t n, n_positional;
    int rest, rest_by_name;     /* the numbers of *args and **kwargs; -1: there is none */
    Param params[MAX_PARAMS];
} HostFunction;

struct MorayArgs {
    MorayVM *vm;
    const HostFunction *function;
    MrValue *values;
    void *self;
    size_t skip; /* parameters before the first that moray_arg counts: self */
};

/* A call of an asynchronous function between its binding and the first await. */
typedef struct HostCall {
    MrObj h;
    HostFunction *function;
    MrValue values[MAX_PARAMS];
} HostCall;

static void host_function_trace(MrGc *gc, MrObj *o)
{
    HostFunction *f = (HostFunction *)o;
    mr_mark_buffer(gc, f->texts);
    mr_mark(gc, f->coroutine);
    for (uint32_t i = 0; i < f->n; i++) {
        mr_mark_obj(gc, f->params[i].name);
        mr_mark(gc, f->params[i].preset);
    }
}

static const MrTypeDef host_function_def = {
    .name = "host_function", .kind = MR_KIND_OTHER, .size = sizeof(HostFunction), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .trace = host_function_trace,
    .doc = "A function of the program that embeds the interpreter.",
};

static void host_call_trace(MrGc *gc, MrObj *o)
{
    HostCall *c = (HostCall *)o;
    mr_mark_obj(gc, c->function);
    mr_mark_values(gc, c->values, c->function ? c->function->n : 0);
}

static const MrTypeDef host_call_def = {
    .name = "host_call", .kind = MR_KIND_OTHER, .size = sizeof(HostCall), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .trace = host_call_trace,
};

/* ---- reading a signature ---- */

typedef struct Reader { const char *p; MrThread *t; HostFunction *f; int kind; } Reader;

static void skip_space(Reader *r)
{
    while (isspace((unsigned char)*r->p))
        r->p++;
}

static bool bad(Reader *r, const char *what)
{
    if (!mr_pending(r->t))
        mr_raise(r->t, MR_EXC_ValueError, "bad signature '%s': %s", r->f->def.sig, what);
    return false;
}

static size_t name_length(const char *p)
{
    size_t n = 0;
    while (isalnum((unsigned char)p[n]) || p[n] == '_' || (unsigned char)p[n] >= 128)
        n++;
    return isdigit((unsigned char)*p) ? 0 : n;
}

/* The end of an expression: a comma, bracket or one of `stops` outside brackets and quotes. */
static const char *expression_end(const char *p, const char *stops)
{
    int depth = 0;
    for (char quote = 0; *p; p++) {
        if (quote) {
            if (*p == '\\' && p[1])
                p++;
            else if (*p == quote)
                quote = 0;
        } else if (*p == '"' || *p == '\'') {
            quote = *p;
        } else if (depth == 0 && (strchr(stops, *p) || *p == ')')) {
            return p;
        } else if (strchr("([{", *p)) {
            depth++;
        } else if (strchr(")]}", *p)) {
            depth--;
        }
    }
    return p;
}

/* `int | None`, `list[int]`: the bits of the known names; one unknown name makes it ANY. */
static uint16_t read_types(const char *p, const char *end)
{
    uint16_t types = 0;
    while (p < end) {
        while (p < end && (*p == ' ' || *p == '|'))
            p++;
        size_t n = name_length(p);
        uint16_t bits = 0;
        for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++)
            if (strlen(type_names[i].name) == n && !strncmp(p, type_names[i].name, n))
                bits = type_names[i].bits;
        if (!bits)
            return ANY;
        types |= bits;
        p = expression_end(p + n, "|");
        if (p > end)
            p = end;
    }
    return types;
}

static bool read_default(Reader *r, Param *p)
{
    const char *start = r->p, *end = expression_end(start, ",");
    MrCode *code = mr_compile_text(r->t, start, (size_t)(end - start), "<signature>", MR_COMPILE_EVAL, MR_COMPILE_FROM_STR);
    MrModule *m = code ? mr_main_module(r->t) : NULL;
    MrFunction *f = m ? mr_function_new(r->t, code, m->dict) : NULL;
    p->preset = f ? mr_run_code(r->t, f, mr_val(m->dict)) : MR_ERROR;
    r->p = end;
    if (p->preset != MR_ERROR)
        return true;
    p->preset = MR_UNBOUND;
    return false;
}

static bool read_param(Reader *r)
{
    HostFunction *f = r->f;
    if (*r->p == '/') {
        r->p++;
        for (uint32_t i = 0; i < f->n; i++)
            f->params[i].kind = POSITIONAL_ONLY;
        return f->n > 0 && r->kind == PLAIN ? true : bad(r, "'/' stands in a wrong place");
    }
    int stars = 0, kind = r->kind;
    while (*r->p == '*' && stars < 2) {
        stars++;
        r->p++;
    }
    size_t n = name_length(r->p);
    if (f->rest_by_name >= 0 || (stars == 1 && kind == KEYWORD_ONLY))
        return bad(r, "'*' stands in a wrong place");
    if (stars == 1)
        r->kind = KEYWORD_ONLY;
    if (stars == 1 && !n)
        return true;
    if (!n)
        return bad(r, "a parameter's name is missing");
    if (f->n == MAX_PARAMS)
        return bad(r, "more than 32 parameters");
    if (stars) {
        *(stars == 1 ? &f->rest : &f->rest_by_name) = (int)f->n;
        kind = stars == 1 ? REST : REST_BY_NAME;
    }
    Param *p = &f->params[f->n++];
    *p = (Param){.name = mr_intern(r->t, r->p, n), .preset = MR_UNBOUND, .kind = (uint8_t)kind};
    if (!p->name)
        return false;
    for (const Param *q = f->params; q < p; q++)
        if (q->name == p->name)
            return bad(r, "two parameters have the same name");
    r->p += n;
    skip_space(r);
    if (*r->p == ':') {
        r->p++;
        skip_space(r);
        const char *end = expression_end(r->p, ",=");
        p->types = read_types(r->p, end);
        r->p = end;
    }
    if (*r->p == '=') {
        if (stars)
            return bad(r, "what takes the rest has no default");
        r->p++;
        skip_space(r);
        if (!read_default(r, p))
            return false;
    } else if (f->n > 1 && kind <= PLAIN && f->params[f->n - 2].preset != MR_UNBOUND) {
        return bad(r, "a parameter without a default follows one with a default");
    }
    return true;
}

static bool read_signature(MrThread *t, HostFunction *f)
{
    Reader r = {.p = f->def.sig, .t = t, .f = f, .kind = PLAIN};
    size_t n = name_length(r.p);
    f->rest = f->rest_by_name = -1;
    if (!n)
        return bad(&r, "it must begin with a name");
    r.p += n;
    if (*r.p++ != '(')
        return bad(&r, "'(' must follow the name");
    for (skip_space(&r); *r.p != ')'; skip_space(&r)) {
        if (!read_param(&r))
            return false;
        skip_space(&r);
        if (*r.p == ',')
            r.p++;
        else if (*r.p != ')')
            return bad(&r, *r.p ? "',' or ')' expected" : "')' is missing");
    }
    for (f->n_positional = 0; f->n_positional < f->n && f->params[f->n_positional].kind <= PLAIN;)
        f->n_positional++;
    return true;
}

/* ---- binding ---- */

static int name_of_function(const HostFunction *f) { return (int)strcspn(f->def.sig, "("); }

/* "Vector." of a method, as its __qualname__ begins. */
static const char *class_prefix(const HostFunction *f, char *out, size_t size)
{
    const char *name = f->cls ? mr_api_class_name(f->cls) : "", *dot = strrchr(name, '.');
    snprintf(out, size, "%s%s", dot ? dot + 1 : name, f->cls ? "." : "");
    return out;
}

static bool wrong_call(MrThread *t, const HostFunction *f, const char *rest)
{
    char prefix[200];
    mr_raise(t, MR_EXC_TypeError, "%s%.*s() %s", class_prefix(f, prefix, sizeof prefix), name_of_function(f), f->def.sig, rest);
    return false;
}

static bool too_many(MrThread *t, const HostFunction *f, size_t given)
{
    uint32_t required = 0, max = f->n_positional;
    while (required < max && f->params[required].preset == MR_UNBOUND)
        required++;
    char text[120], count[40];
    if (required < max)
        snprintf(count, sizeof count, "from %u to %u", required, max);
    else
        snprintf(count, sizeof count, "%u", max);
    snprintf(text, sizeof text, "takes %s positional argument%s but %zu %s given", count, max == 1 ? "" : "s", given, given == 1 ? "was" : "were");
    return wrong_call(t, f, text);
}

static bool bind_keywords(MrThread *t, const HostFunction *f, MrDict *kw, MrValue *out)
{
    MrValue key, value;
    char text[300];
    for (size_t pos = 0; mr_dict_next(kw, &pos, &key, &value);) {
        uint32_t i = 0;
        while (i < f->n && (f->params[i].kind == POSITIONAL_ONLY || f->params[i].kind >= REST || !mr_str_equal(t, f->params[i].name, MR_STR(key))))
            i++;
        if (i == f->n && f->rest_by_name >= 0) {
            if (!mr_dict_set(t, MR_DICT(out[f->rest_by_name]), key, value))
                return false;
            continue;
        }
        if (i == f->n)
            snprintf(text, sizeof text, "got an unexpected keyword argument '%.200s'", mr_cstr(key));
        else if (out[i] != MR_UNBOUND)
            snprintf(text, sizeof text, "got multiple values for argument '%.200s'", mr_cstr(key));
        else {
            out[i] = value;
            continue;
        }
        return wrong_call(t, f, text);
    }
    return true;
}

/* "missing 2 required positional arguments: 'a' and 'b'" */
static bool missing(MrThread *t, const HostFunction *f, const MrValue *out, bool keyword_only)
{
    MrBuf b = MR_BUF_EMPTY;
    uint32_t total = 0, seen = 0;
    for (uint32_t i = 0; i < f->n; i++)
        total += out[i] == MR_UNBOUND && (f->params[i].kind == KEYWORD_ONLY) == keyword_only;
    mr_buf_printf(&b, "missing %u required %s argument%s: ", total, keyword_only ? "keyword-only" : "positional", total == 1 ? "" : "s");
    for (uint32_t i = 0; i < f->n; i++)
        if (out[i] == MR_UNBOUND && (f->params[i].kind == KEYWORD_ONLY) == keyword_only) {
            const char *before = seen == 0 ? "" : seen + 1 < total ? ", " : total == 2 ? " and " : ", and ";
            mr_buf_printf(&b, "%s'%s'", before, f->params[i].name->bytes);
            seen++;
        }
    if (b.failed)
        mr_raise_no_memory(t);
    else
        wrong_call(t, f, b.data);
    mr_buf_fini(&b);
    return false;
}

static bool fill_defaults(MrThread *t, const HostFunction *f, MrValue *out)
{
    bool lacks[2] = {false, false};
    for (uint32_t i = 0; i < f->n; i++) {
        if (out[i] == MR_UNBOUND)
            out[i] = f->params[i].preset;
        lacks[f->params[i].kind == KEYWORD_ONLY] |= out[i] == MR_UNBOUND;
    }
    return lacks[0] ? missing(t, f, out, false) : lacks[1] ? missing(t, f, out, true) : true;
}

static bool fits(MrThread *t, uint16_t types, MrValue v)
{
    return (types & NONE && v == MR_NONE) || (types & BOOL && mr_is_bool(v)) || (types & INT && mr_is_integer(v)) ||
           (types & FLOAT && (mr_is_float(v) || mr_is_kind(v, MR_KIND_FLOAT) || mr_is_integer(v))) || (types & STR && mr_is_str(v)) ||
           (types & BYTES && mr_is_kind(v, MR_KIND_BYTES)) || (types & LIST && mr_is_list(v)) || (types & TUPLE && mr_is_tuple(v)) ||
           (types & DICT && mr_is_dict(v)) || (types & SET && mr_is_set(v)) || (types & CALLABLE && mr_callable(t, v));
}

static bool refuse(MrThread *t, const HostFunction *f, const Param *p, MrValue v)
{
    char prefix[200];
    MrBuf b = MR_BUF_EMPTY;
    for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++)
        if (p->types & type_names[i].bits)
            mr_buf_printf(&b, "%s%s", b.length ? " or " : "", type_names[i].name);
    if (b.failed)
        mr_raise_no_memory(t);
    else
        mr_raise(t, MR_EXC_TypeError, "%s%.*s() argument '%s' must be %s, not %s", class_prefix(f, prefix, sizeof prefix), name_of_function(f), f->def.sig, p->name->bytes, b.data,
                 v == MR_NONE ? "None" : mr_type_name(t, v));
    mr_buf_fini(&b);
    return false;
}

static bool check_type(MrThread *t, const HostFunction *f, const Param *p, MrValue *v)
{
    int64_t n;
    double d;
    if (p->types == ANY || *v == p->preset)
        return true;
    if (!fits(t, p->types, *v))
        return refuse(t, f, p, *v);
    if (p->types & INT && mr_is_integer(*v) && !mr_to_i64(t, *v, &n))
        return false;
    if (p->types & FLOAT && !(p->types & INT) && mr_is_integer(*v)) {
        if (!mr_to_double(t, *v, &d))
            return false;
        *v = mr_float(d);
    }
    return true;
}

/* Of *args and **kwargs each value is checked; both are the call's own still. */
static bool check_types(MrThread *t, const HostFunction *f, MrValue *out)
{
    for (uint32_t i = 0; i < f->n; i++) {
        const Param *p = &f->params[i];
        if (p->kind < REST) {
            if (!check_type(t, f, p, &out[i]))
                return false;
        } else if (p->types == ANY) {
            continue;
        } else if (p->kind == REST) {
            MrTuple *rest = MR_TUPLE(out[i]);
            for (size_t k = 0; k < rest->length; k++)
                if (!check_type(t, f, p, &rest->items[k]))
                    return false;
        } else {
            MrValue key, value;
            for (size_t pos = 0; mr_dict_next(MR_DICT(out[i]), &pos, &key, &value);) {
                MrValue checked = value;
                if (!check_type(t, f, p, &checked) || (checked != value && !mr_dict_set(t, MR_DICT(out[i]), key, checked)))
                    return false;
            }
        }
    }
    return true;
}

/* ---- calling ---- */

/* The instance that a method was called on. */
static void *receiver(MrThread *t, const HostFunction *f, const MrValue *values)
{
    void *self = mr_api_instance(t, f->cls, values[0]);
    if (!self)
        mr_raise(t, MR_EXC_TypeError, "descriptor '%.*s' for '%s' objects doesn't apply to a '%s' object", name_of_function(f), f->def.sig,
                 mr_api_class_name(f->cls), mr_type_name(t, values[0]));
    return self;
}

static MrValue call_host(MrThread *t, HostFunction *f, MrValue *values)
{
    MorayVM *vm = f->vm;
    MorayArgs args = {.vm = vm, .function = f, .values = values};
    if (f->cls) {
        args.skip = 1;
        if (!(args.self = receiver(t, f, values)))
            return MR_ERROR;
    }
    if (!mr_stack_ok(t))
        return MR_ERROR;
    MorayScope scope = moray_scope_open(vm);
    t->host_depth++;
    MorayRef ref = f->fn(vm, &args, f->data);
    t->host_depth--;
    MrValue v = mr_api_peek(vm, ref);
    moray_scope_close(vm, scope);
    if (mr_pending(t))
        return MR_ERROR;
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_SystemError, "%.*s() returned %s without an exception", name_of_function(f), f->def.sig,
                        moray_is_null(ref) ? "MORAY_NULL" : "a stale reference");
    return v;
}

/* `await` of the coroutine has begun: the host's function is called, and its future is what is awaited. */
static MrValue start_host(MrThread *t, MrValue *a)
{
    HostCall *c = (HostCall *)mr_obj_of(a[0]);
    HostFunction *f = c->function;
    MorayVM *vm = f->vm;
    MorayArgs args = {.vm = vm, .function = f, .values = c->values};
    MorayFuture future;
    char name[80];
    snprintf(name, sizeof name, "%.*s", name_of_function(f), f->def.sig);
    MrValue awaited = mr_api_future_new(vm, t, name, &future);
    if (awaited == MR_ERROR)
        return awaited;
    MR_API_CALLBACK(vm, f->async_fn(vm, &args, future, f->data));
    if (mr_pending(t) && !t->iso->stopping)
        moray_future_resolve(vm, future, MORAY_NULL);
    return mr_pending(t) ? MR_ERROR : awaited;
}

static const MrMethodDef start_row = {"start(call, /)", start_host, NULL, 0};

/* The coroutine function of an asynchronous native: named as it is, so that tracebacks and reprs of tasks are. */
static MrValue coroutine_function(MrThread *t, HostFunction *f)
{
    if (f->coroutine != MR_UNBOUND)
        return f->coroutine;
    char text[200];
    int n = snprintf(text, sizeof text, "async def %.*s(start): return await start()", name_of_function(f) < 80 ? name_of_function(f) : 80, f->def.sig);
    MrDict *ns = mr_dict_new(t);
    MrCode *code = ns ? mr_compile_text(t, text, (size_t)n, "<native>", MR_COMPILE_EXEC, MR_COMPILE_FROM_STR) : NULL;
    MrFunction *module = code ? mr_function_new(t, code, ns) : NULL;
    if (!module || mr_run_code(t, module, mr_val(ns)) == MR_ERROR)
        return MR_ERROR;
    MrStr *name = mr_intern(t, f->def.sig, (size_t)name_of_function(f));
    MrValue v = name ? mr_dict_get_str(t, ns, name) : MR_ERROR;
    return f->coroutine = v == MR_UNBOUND ? mr_raise(t, MR_EXC_ValueError, "bad signature '%s'", f->def.sig) : v;
}

static MrValue make_coroutine(MrThread *t, HostFunction *f, const MrValue *values)
{
    MrType *type = mr_type_from_def(t, &host_call_def);
    HostCall *c = type ? mr_alloc_instance(t, sizeof *c, type) : NULL;
    MrValue make = c ? coroutine_function(t, f) : MR_ERROR;
    if (make == MR_ERROR)
        return make;
    memcpy(c->values, values, f->n * sizeof *values);
    c->function = f;
    MrValue start = mr_function_native(t, &start_row, MR_UNBOUND, mr_val(c));
    return start == MR_ERROR ? start : mr_call1(t, make, start);
}

/* *args and **kwargs, as far as the function has them. */
static bool open_rest(MrThread *t, const HostFunction *f, const MrTuple *positional, MrValue *out)
{
    size_t taken = f->n_positional < positional->length ? f->n_positional : positional->length;
    if (f->rest >= 0 && (out[f->rest] = mr_tuple_from(t, positional->items + taken, positional->length - taken)) == MR_ERROR)
        return false;
    MrDict *d = f->rest_by_name >= 0 ? mr_dict_new(t) : NULL;
    if (f->rest_by_name >= 0 && d)
        out[f->rest_by_name] = mr_val(d);
    return f->rest_by_name < 0 || d;
}

/* a: the HostFunction, the positional arguments, the keyword ones. */
static MrValue host_function_call(MrThread *t, MrValue *a)
{
    HostFunction *f = (HostFunction *)mr_obj_of(a[0]);
    MrTuple *positional = MR_TUPLE(a[1]);
    MrValue values[MAX_PARAMS];
    if (positional->length > f->n_positional && f->rest < 0)
        return too_many(t, f, positional->length), MR_ERROR;
    for (uint32_t i = 0; i < f->n; i++)
        values[i] = i < f->n_positional && i < positional->length ? positional->items[i] : MR_UNBOUND;
    if (!open_rest(t, f, positional, values) || (a[2] != MR_UNBOUND && !bind_keywords(t, f, MR_DICT(a[2]), values)) || !fill_defaults(t, f, values) || !check_types(t, f, values))
        return MR_ERROR;
    return f->async_fn ? make_coroutine(t, f, values) : call_host(t, f, values);
}

/* What the VM binds: (function, *args, **kwargs), whatever the text that help() shows. */
static bool set_open_signature(MrThread *t, MrNativeFn *native)
{
    MrSignature *s = mr_buffer_new(t, sizeof *s + 3 * sizeof(MrStr *));
    if (!s)
        return false;
    *s = (MrSignature){.n = 3, .n_posonly = 1, .n_pos = 1, .n_required = 1, .var = 1, .varkw = 2};
    for (int i = 0; i < 3; i++)
        s->names[i] = MR_STR(t->iso->empty_str);
    native->sig = s;
    native->nparams = 3;
    native->plain = false;
    return true;
}

MrValue mr_api_function(MorayVM *vm, MrThread *t, const MrHostSpec *spec)
{
    MrType *type = mr_type_from_def(t, &host_function_def);
    HostFunction *f = type ? mr_alloc_instance(t, sizeof *f, type) : NULL;
    size_t n = strlen(spec->signature) + 1, m = spec->doc ? strlen(spec->doc) + 1 : 0;
    if (!f || !(f->texts = mr_buffer_new(t, n + m)))
        return MR_ERROR;
    memcpy(f->texts, spec->signature, n);
    if (spec->doc)
        memcpy(f->texts + n, spec->doc, m);
    f->def = (MrMethodDef){.sig = f->texts, .fn = host_function_call, .doc = spec->doc ? f->texts + n : NULL};
    f->vm = vm;
    f->fn = spec->fn;
    f->async_fn = spec->async_fn;
    f->cls = spec->cls;
    f->data = spec->data;
    if (!read_signature(t, f))
        return MR_ERROR;
    if (f->cls && !f->n_positional)
        return mr_raise(t, MR_EXC_ValueError, "bad signature '%s': a method's first parameter is self", f->def.sig);
    MrModule *main_module = mr_main_module(t);
    MrValue v = main_module ? mr_function_native(t, &f->def, spec->owner == MR_UNBOUND ? mr_val(main_module) : spec->owner, mr_val(f)) : MR_ERROR;
    return v == MR_ERROR || !set_open_signature(t, (MrNativeFn *)mr_obj_of(v)) ? MR_ERROR : v;
}

MorayRef moray_function(MorayVM *vm, const char *signature, MorayNative fn, const char *doc, void *data)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(signature && fn, MORAY_NULL);
    MrHostSpec spec = {.signature = signature, .fn = fn, .doc = doc, .data = data, .owner = MR_UNBOUND};
    return mr_api_put(vm, mr_api_function(vm, t, &spec));
}

MorayRef moray_async_function(MorayVM *vm, const char *signature, MorayAsyncNative fn, const char *doc, void *data)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(signature && fn, MORAY_NULL);
    if (!strncmp(signature, "async ", 6))
        signature += 6;
    MrHostSpec spec = {.signature = signature, .async_fn = fn, .doc = doc, .data = data, .owner = MR_UNBOUND};
    return mr_api_put(vm, mr_api_function(vm, t, &spec));
}

/* ---- arguments ---- */

/* The i-th value; MR_UNBOUND with a SystemError if there is none or it is not of these types. */
static MrValue argument(MorayArgs *args, size_t i, uint16_t types, const char *wanted)
{
    MrThread *t = args->vm->iso->current;
    i += args->skip;
    if (i < args->function->n && (types == ANY || fits(t, types, args->values[i])))
        return args->values[i];
    if (!mr_pending(t))
        mr_raise(t, MR_EXC_SystemError, "%.*s() has no argument %zu%s%s", name_of_function(args->function), args->function->def.sig, i - args->skip,
                 types == ANY ? "" : " of type ", types == ANY ? "" : wanted);
    return MR_UNBOUND;
}

void *moray_self(MorayArgs *args) { return args->self; }

MorayRef moray_arg_self(MorayArgs *args)
{
    MrThread *t = args->vm->iso->current;
    if (args->skip)
        return mr_api_put(args->vm, args->values[0]);
    if (!mr_pending(t))
        mr_raise(t, MR_EXC_SystemError, "%.*s() is no method: it has no self", name_of_function(args->function), args->function->def.sig);
    return MORAY_NULL;
}

MorayRef moray_arg(MorayArgs *args, size_t i)
{
    MrValue v = argument(args, i, ANY, "");
    return v == MR_UNBOUND ? MORAY_NULL : mr_api_put(args->vm, v);
}

bool moray_arg_is_none(MorayArgs *args, size_t i) { return argument(args, i, ANY, "") == MR_NONE; }
bool moray_arg_bool(MorayArgs *args, size_t i) { return argument(args, i, BOOL, "bool") == MR_TRUE; }

int64_t moray_arg_int(MorayArgs *args, size_t i)
{
    int64_t n = 0;
    MrValue v = argument(args, i, INT, "int");
    return v != MR_UNBOUND && mr_to_i64(args->vm->iso->current, v, &n) ? n : 0;
}

double moray_arg_float(MorayArgs *args, size_t i)
{
    double d = 0;
    MrValue v = argument(args, i, FLOAT, "float");
    return v != MR_UNBOUND && mr_to_double(args->vm->iso->current, v, &d) ? d : 0;
}

const char *moray_arg_str(MorayArgs *args, size_t i, size_t *length)
{
    MrValue v = argument(args, i, STR, "str");
    if (length)
        *length = v == MR_UNBOUND ? 0 : MR_STR(v)->nbytes;
    return v == MR_UNBOUND ? "" : mr_cstr(v);
}

const char *moray_arg_bytes(MorayArgs *args, size_t i, size_t *length)
{
    MrValue v = argument(args, i, BYTES, "bytes");
    if (length)
        *length = v == MR_UNBOUND ? 0 : MR_BYTES(v)->length;
    return v == MR_UNBOUND ? "" : MR_BYTES(v)->bytes;
}
