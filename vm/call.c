/* Calls from C, and what Python-to-Python calls fall back to when they are not the simple kind. The interpreter's own fast paths are in
 * interp.c; argument errors' texts are here.
 */
#include "vm/call.h"

#include <math.h>

#include "base/numtext.h"
#include "vm/attr.h"
#include "vm/generator.h"
#include "vm/permit.h"
#include "vm/signature.h"
#include "vm/types/int.h"
#include "vm/types/str.h"

#define SMALL_CALL 12

/* ---- recursion ---- */

void mr_thread_set_recursion_limit(MrThread *t, uint32_t limit)
{
    uint32_t most = t->iso->limits.depth;
    if (most && limit > most)
        limit = most;
    for (MrThread *each = t->iso->threads.list; each; each = each->next) {
        each->recursion_limit = limit;
        each->frames_limit = (ptrdiff_t)limit + 1 < each->frames_end - each->frames ? each->frames + limit + 1 : each->frames_end;
    }
}

/* ---- frames ---- */

MrValue mr_recursion_error_in(MrThread *t, const char *what)
{
    uint32_t most = t->iso->limits.depth;
    if (most && t->recursion_limit >= most)
        return mr_limits_stop(t, MR_LIMIT_DEPTH), MR_ERROR;
    return mr_raise(t, MR_EXC_RecursionError, "maximum recursion depth exceeded%s", what);
}

MrValue mr_recursion_error(MrThread *t) { return mr_recursion_error_in(t, ""); }

MrFrame *mr_push_frame(MrThread *t, MrFunction *f, MrValue *regs)
{
    MrFrame *frame = t->frame + 1;
    MrCode *code = f->code;
    if (MR_UNLIKELY(frame >= t->frames_limit || regs + code->nregs + 64 >= t->stack_end)) {
        mr_recursion_error(t);
        return NULL;
    }
    for (uint32_t i = code->nparams; i < code->nlocals; i++)
        regs[i] = MR_UNBOUND;
    *frame = (MrFrame){.function = f, .code = code, .pc = code->code, .regs = regs, .top = regs + code->nregs, .ns = MR_UNBOUND, .frame_object = MR_UNBOUND};
    t->frame = frame;
    t->top = frame->top;
    return frame;
}

MrValue mr_run_code(MrThread *t, MrFunction *f, MrValue ns)
{
    if (!mr_stack_ok(t))
        return MR_ERROR;
    if (f->code->nparams || f->code->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR)) /* somebody's exec() of a function's code */
        return mr_call(t, mr_val(f), 0, NULL);
    MrValue *top = t->top;
    MrFrame *frame = mr_push_frame(t, f, top);
    if (!frame)
        return MR_ERROR;
    frame->ns = ns;
    frame->entry = 1;
    MrValue r = mr_interp_run(t);
    t->top = top;
    return r;
}

/* ---- binding ---- */

static void raise_positional_count(MrThread *t, MrFunction *f, size_t given, MrValue *regs)
{
    MrCode *c = f->code;
    size_t defaults = f->defaults == MR_NONE ? 0 : MR_TUPLE(f->defaults)->length;
    size_t kw_given = 0;
    for (uint32_t i = 0; i < c->kwonly; i++)
        kw_given += regs[c->argcount + i] != MR_UNBOUND;
    char counts[64], extra[96] = "";
    bool plural;
    if (defaults) {
        snprintf(counts, sizeof counts, "from %zu to %u", c->argcount - defaults, c->argcount);
        plural = true;
    } else {
        snprintf(counts, sizeof counts, "%u", c->argcount);
        plural = c->argcount != 1;
    }
    if (kw_given)
        snprintf(extra, sizeof extra, " positional argument%s (and %zu keyword-only argument%s)", given != 1 ? "s" : "", kw_given, kw_given != 1 ? "s" : "");
    mr_raise(t, MR_EXC_TypeError, "%s() takes %s positional argument%s but %zu%s %s given", mr_cstr(f->qualname), counts, plural ? "s" : "", given, extra,
             given == 1 && !kw_given ? "was" : "were");
}

/* 'a', 'b', and 'c' */
static void raise_missing(MrThread *t, MrFunction *f, const char *kind, uint32_t from, uint32_t to, MrValue *regs)
{
    MrBuf b;
    mr_buf_init(&b);
    size_t n = 0, k = 0;
    for (uint32_t i = from; i < to; i++)
        n += regs[i] == MR_UNBOUND;
    for (uint32_t i = from; i < to; i++) {
        if (regs[i] != MR_UNBOUND)
            continue;
        k++;
        mr_buf_printf(&b, "%s'%s'", k == 1 ? "" : k < n ? ", " : n == 2 ? " and " : ", and ", f->code->varnames[i]->bytes);
    }
    MrValue names = mr_str_buf(t, &b);
    if (names != MR_ERROR)
        mr_raise(t, MR_EXC_TypeError, "%s() missing %zu required %s argument%s: %s", mr_cstr(f->qualname), n, kind, n == 1 ? "" : "s", mr_cstr(names));
}

static bool posonly_by_keyword(MrThread *t, MrFunction *f, MrTuple *kwnames)
{
    MrBuf b;
    mr_buf_init(&b);
    size_t n = 0;
    for (uint32_t i = 0; i < f->code->posonly; i++)
        for (size_t k = 0; k < kwnames->length; k++)
            if (mr_str_equal(t, f->code->varnames[i], MR_STR(kwnames->items[k])))
                mr_buf_printf(&b, "%s%s", n++ ? ", " : "", f->code->varnames[i]->bytes);
    if (!n) {
        mr_buf_fini(&b);
        return false;
    }
    MrValue names = mr_str_buf(t, &b);
    if (names != MR_ERROR)
        mr_raise(t, MR_EXC_TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", mr_cstr(f->qualname), mr_cstr(names));
    return true;
}

static bool bind_keywords(MrThread *t, MrFunction *f, const MrValue *values, MrTuple *kwnames, MrValue *regs, MrValue varkw)
{
    MrCode *c = f->code;
    for (size_t k = 0; k < kwnames->length; k++) {
        MrValue key = kwnames->items[k];
        if (!mr_is_str(key)) {
            mr_raise(t, MR_EXC_TypeError, "keywords must be strings");
            return false;
        }
        MrStr *name = MR_STR(key);
        uint32_t i = c->posonly, end = c->argcount + c->kwonly;
        while (i < end && c->varnames[i] != name)
            i++;
        if (i == end)
            for (i = c->posonly; i < end && !mr_str_equal(t, c->varnames[i], name); i++)
                ;
        if (i < end) {
            if (regs[i] != MR_UNBOUND) {
                mr_raise(t, MR_EXC_TypeError, "%s() got multiple values for argument '%s'", mr_cstr(f->qualname), name->bytes);
                return false;
            }
            regs[i] = values[k];
        } else if (varkw != MR_UNBOUND) {
            if (!mr_dict_set(t, MR_DICT(varkw), key, values[k]))
                return false;
        } else {
            if (!(c->posonly && posonly_by_keyword(t, f, kwnames)))
                mr_raise(t, MR_EXC_TypeError, "%s() got an unexpected keyword argument '%s'", mr_cstr(f->qualname), name->bytes);
            return false;
        }
    }
    return true;
}

static bool fill_defaults(MrThread *t, MrFunction *f, size_t argc, MrValue *regs)
{
    MrCode *c = f->code;
    if (argc < c->argcount) {
        size_t n_defaults = f->defaults == MR_NONE ? 0 : MR_TUPLE(f->defaults)->length;
        uint32_t first = n_defaults < c->argcount ? c->argcount - (uint32_t)n_defaults : 0;
        for (uint32_t i = (uint32_t)argc; i < first; i++)
            if (regs[i] == MR_UNBOUND)
                return raise_missing(t, f, "positional", 0, first, regs), false;
        size_t skip = n_defaults > c->argcount ? n_defaults - c->argcount : 0;
        for (uint32_t i = argc > first ? (uint32_t)argc : first; i < c->argcount; i++)
            if (regs[i] == MR_UNBOUND)
                regs[i] = MR_TUPLE(f->defaults)->items[i - first + skip];
    }
    bool missing = false;
    for (uint32_t i = c->argcount; i < (uint32_t)c->argcount + c->kwonly; i++) {
        if (regs[i] != MR_UNBOUND)
            continue;
        if (f->kwdefaults != MR_NONE)
            regs[i] = mr_dict_get_str(t, MR_DICT(f->kwdefaults), c->varnames[i]);
        missing |= regs[i] == MR_UNBOUND;
    }
    if (missing)
        raise_missing(t, f, "keyword-only", c->argcount, (uint32_t)c->argcount + c->kwonly, regs);
    return !missing;
}

bool mr_bind_args(MrThread *t, MrFunction *f, size_t argc, const MrValue *args, MrTuple *kwnames, MrValue *regs)
{
    MrCode *c = f->code;
    MrValue rest = MR_UNBOUND, varkw = MR_UNBOUND;
    size_t direct = argc < c->argcount ? argc : c->argcount;
    if (c->flags & MR_CODE_VARARGS) {
        rest = mr_tuple_from(t, args + direct, argc - direct);
        if (rest == MR_ERROR)
            return false;
    }
    if (c->flags & MR_CODE_VARKEYWORDS) {
        MrDict *d = mr_dict_new(t);
        if (!d)
            return false;
        varkw = mr_val(d);
    }
    MrValue small[SMALL_CALL], *kwvalues = small;
    size_t nkw = kwnames ? kwnames->length : 0;
    if (nkw) { /* regs may overlap them */
        if (nkw > SMALL_CALL && !(kwvalues = mr_buffer_new(t, nkw * sizeof(MrValue))))
            return false;
        if (!mr_work_copy_values(t, kwvalues, args + argc, nkw))
            return false;
    }
    if (direct)
        memmove(regs, args, direct * sizeof(MrValue));
    for (uint32_t i = (uint32_t)direct; i < c->nparams; i++)
        regs[i] = MR_UNBOUND;
    if (nkw && !bind_keywords(t, f, kwvalues, kwnames, regs, varkw))
        return false;
    if (argc > c->argcount && !(c->flags & MR_CODE_VARARGS))
        return raise_positional_count(t, f, argc, regs), false;
    if ((argc < c->argcount || c->kwonly) && !fill_defaults(t, f, argc, regs))
        return false;
    uint32_t at = (uint32_t)c->argcount + c->kwonly;
    if (rest != MR_UNBOUND)
        regs[at++] = rest;
    if (varkw != MR_UNBOUND)
        regs[at] = varkw;
    return true;
}

/* ---- calling ---- */

static MrValue call_function(MrThread *t, MrFunction *f, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    MrCode *c = f->code;
    if (!mr_stack_ok(t))
        return MR_ERROR;
    MrValue *top = t->top;
    if (MR_UNLIKELY(top + c->nregs + argc + 64 >= t->stack_end))
        return mr_recursion_error(t);
    if (MR_LIKELY(c->simple && !kwnames && argc == c->argcount)) {
        mr_copy_few(top, args, argc);
        MrFrame *frame = mr_push_frame(t, f, top);
        MrValue result = MR_ERROR;
        if (MR_LIKELY(frame != NULL)) {
            frame->entry = 1;
            result = mr_interp_run(t);
        }
        t->top = top;
        return result;
    }
    t->top = top + c->nparams; /* what binding allocates must not lose what is bound already */
    for (uint32_t i = 0; i < c->nparams; i++)
        top[i] = MR_UNBOUND;
    MrValue r = MR_ERROR;
    if (!mr_bind_args(t, f, argc, args, kwnames, top))
        goto out;
    if (c->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR)) {
        MrGenerator *g = mr_generator_new(t, f, top);
        r = g ? mr_val(g) : MR_ERROR;
    } else {
        MrFrame *frame = mr_push_frame(t, f, top);
        if (frame) {
            frame->entry = 1;
            r = mr_interp_run(t);
        }
    }
out:
    t->top = top;
    return r;
}

/* Positional arguments only, enough and not too many, and nothing but defaults, an empty *args and an empty **kwargs to fill in: the common
 * call of a native that is not plain. What is left to check of a receiver or a class has been checked. */
static inline bool call_quick(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrValue *result)
{
    const MrSignature *s = f->sig;
    if (!s || argc < s->n_required || argc > s->n_pos || s->n > 8)
        return false;
    MrValue out[8];
    mr_copy_few(out, args, argc);
    for (size_t i = argc; i < s->n; i++) {
        out[i] = MR_UNBOUND;
        if (MR_LIKELY(s->optional >> i & 1) || (int)i == s->varkw)
            continue;
        if ((int)i != s->var || (out[i] = t->iso->empty_tuple) == MR_UNBOUND)
            return false;
    }
    *result = f->fn(t, out);
    return true;
}

static MrValue native_with_bound(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    size_t nkw = kwnames ? kwnames->length : 0;
    MrValue small[SMALL_CALL], *all = small;
    if (argc + nkw + 1 > SMALL_CALL && !(all = mr_buffer_new(t, (argc + nkw + 1) * sizeof(MrValue))))
        return MR_ERROR;
    all[0] = f->self;
    if (!mr_work_copy_values(t, all + 1, args, argc + nkw))
        return MR_ERROR;
    MrValue out[32];
    if (!kwnames && call_quick(t, f, argc + 1, all, out))
        return out[0];
    if (!mr_native_bind(t, f, argc + 1, all, kwnames, out))
        return MR_ERROR;
    return f->fn(t, out);
}

bool mr_check_receiver(MrThread *t, MrNativeFn *f, MrValue self)
{
    MrType *owner = MR_TYPE(f->owner);
    if (mr_type_is_subtype(mr_class_of(t, self), owner))
        return true;
    const char *paren = strchr(f->def->sig, '(');
    int len = (int)(paren ? paren - f->def->sig : (long)strlen(f->def->sig));
    if (f->def->sig[0] == '_' && f->def->sig[1] == '_')
        mr_raise(t, MR_EXC_TypeError, "descriptor '%.*s' requires a '%s' object but received a '%s'", len, f->def->sig, mr_class_name(owner), mr_type_name(t, self));
    else
        mr_raise(t, MR_EXC_TypeError, "descriptor '%.*s' for '%s' objects doesn't apply to a '%s' object", len, f->def->sig, mr_class_name(owner), mr_type_name(t, self));
    return false;
}

/* "itertools.chain" for native classes of modules. */
static const char *long_name(const MrType *type)
{
    return type->flags & (MR_TYPE_HEAP | MR_TYPE_IS_EXCEPTION) ? type->name->bytes : type->def->name;
}

/* Is the first argument of a native __new__ a class whose instances it may make? */
static bool check_new(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args)
{
    MrType *owner = MR_TYPE(f->owner), *type = argc && mr_is_type(args[0]) ? MR_TYPE(args[0]) : NULL;
    if (MR_LIKELY(type == owner))
        return true;
    const char *name = long_name(owner), *given = type ? long_name(type) : "";
    if (argc == 0)
        mr_raise(t, MR_EXC_TypeError, "%s.__new__(): not enough arguments", name);
    else if (!type)
        mr_raise(t, MR_EXC_TypeError, "%s.__new__(X): X is not a type object (%s)", name, mr_type_name(t, args[0]));
    else if (!mr_type_is_subtype(type, owner))
        mr_raise(t, MR_EXC_TypeError, "%s.__new__(%s): %s is not a subtype of %s", name, given, given, name);
    else
        return true;
    return false;
}

bool mr_native_quick(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrValue *result)
{
    return !(f->def->flags & MR_METHOD_STATIC) && call_quick(t, f, argc, args, result);
}

MrValue mr_native_call(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    if (!mr_stack_ok(t))
        return MR_ERROR;
    if (f->self != MR_UNBOUND)
        return native_with_bound(t, f, argc, args, kwnames);
    if (mr_is_method_descriptor(mr_val(f)) && argc > 0 && !mr_check_receiver(t, f, args[0]))
        return MR_ERROR;
    if (f->def->flags & MR_METHOD_STATIC && !memcmp(f->def->sig, "__new__", 7) && mr_is_type(f->owner) && !check_new(t, f, argc, args))
        return MR_ERROR;
    MrValue out[32];
    if (!kwnames && call_quick(t, f, argc, args, out))
        return out[0];
    if (!mr_native_bind(t, f, argc, args, kwnames, out))
        return MR_ERROR;
    return f->fn(t, out);
}

static MrValue prepend_call(MrThread *t, MrValue f, MrValue self, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    size_t nkw = kwnames ? kwnames->length : 0;
    MrValue small[SMALL_CALL], *all = small;
    if (argc + nkw + 1 > SMALL_CALL && !(all = mr_buffer_new(t, (argc + nkw + 1) * sizeof(MrValue))))
        return MR_ERROR;
    all[0] = self;
    if (!mr_work_copy_values(t, all + 1, args, argc + nkw))
        return MR_ERROR;
    return mr_vectorcall(t, f, argc + 1, all, kwnames);
}

/* A module that has a function of its own name is called in that one's place now and then. */
static MrValue not_callable(MrThread *t, MrValue f)
{
    MrValue name = MR_UNBOUND, same = MR_UNBOUND;
    if (mr_is_exact(f, MR_TYPE_module)) {
        name = mr_getattr_or(t, f, mr_n(t, __name__));
        if (mr_is_str(name))
            same = mr_getattr_or(t, f, MR_STR(name));
        mr_take_pending(t);
    }
    if (same != MR_UNBOUND && same != MR_ERROR && mr_callable(t, same))
        return mr_raise(t, MR_EXC_TypeError, "'module' object is not callable. Did you mean: '%s.%s(...)'?", mr_cstr(name), mr_cstr(name));
    return mr_raise(t, MR_EXC_TypeError, "'%s' object is not callable", mr_type_name(t, f));
}

static MrValue call_type(MrThread *t, MrType *type, size_t argc, const MrValue *args, MrTuple *kwnames);

MrValue mr_vectorcall(MrThread *t, MrValue f, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    if (MR_LIKELY(mr_is_obj(f))) {
        MrObj *o = mr_obj_of(f);
        switch (o->kind) {
        case MR_KIND_FUNCTION: return call_function(t, (MrFunction *)o, argc, args, kwnames);
        case MR_KIND_NATIVE: return mr_native_call(t, (MrNativeFn *)o, argc, args, kwnames);
        case MR_KIND_METHOD: return prepend_call(t, ((MrMethod *)o)->function, ((MrMethod *)o)->self, argc, args, kwnames);
        case MR_KIND_TYPE: return call_type(t, (MrType *)o, argc, args, kwnames);
        case MR_KIND_STATICMETHOD: return mr_vectorcall(t, ((MrWrapper *)o)->function, argc, args, kwnames);
        default: break;
        }
    }
    MrValue call = mr_slot_of(t, mr_class_of(t, f), MR_SLOT_call);
    if (call == MR_UNBOUND)
        return not_callable(t, f);
    if (!mr_stack_ok(t))
        return MR_ERROR;
    if (mr_is_kind(call, MR_KIND_NATIVE) && !kwnames && argc < 4) { /* partial, itemgetter, what lru_cache makes */
        MrNativeFn *nf = (MrNativeFn *)mr_obj_of(call);
        if (nf->self == MR_UNBOUND && mr_is_method_descriptor(call) && mr_native_applies(nf, mr_class_of(t, f))) {
            MrValue all[4], result;
            all[0] = f;
            mr_copy_few(all + 1, args, argc);
            if (call_quick(t, nf, argc + 1, all, &result))
                return result;
        }
    }
    if (mr_is_kind(call, MR_KIND_FUNCTION) || mr_is_method_descriptor(call))
        return prepend_call(t, call, f, argc, args, kwnames);
    MrValue bound = mr_descr_get(t, call, f, mr_class_of(t, f));
    return bound == MR_ERROR ? bound : mr_vectorcall(t, bound, argc, args, kwnames);
}

/* Slots like __new__ and __init__ may hold any callable, descriptors included. */
static MrValue call_raw(MrThread *t, MrValue raw, MrValue self, MrType *type, bool is_static, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    if (mr_is_kind(raw, MR_KIND_FUNCTION) || mr_is_method_descriptor(raw))
        return prepend_call(t, raw, self, argc, args, kwnames);
    if (is_static) {
        MrValue f = mr_descr_get(t, raw, MR_UNBOUND, type);
        return f == MR_ERROR ? f : prepend_call(t, f, self, argc, args, kwnames);
    }
    MrValue f = mr_descr_get(t, raw, self, type);
    return f == MR_ERROR ? f : mr_vectorcall(t, f, argc, args, kwnames);
}

static MrValue call_type(MrThread *t, MrType *type, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    if (!mr_type_ready(t, type))
        return MR_ERROR;
    MrType *meta = mr_class_of(t, mr_val(type));
    if (meta != t->iso->types[MR_TYPE_type]) {
        MrValue call = mr_slot_of(t, meta, MR_SLOT_call);
        if (mr_is_kind(call, MR_KIND_FUNCTION))
            return prepend_call(t, call, mr_val(type), argc, args, kwnames);
        if (call != t->iso->types[MR_TYPE_type]->slots[MR_SLOT_call]) {
            MrValue bound = mr_descr_get(t, call, mr_val(type), meta);
            return bound == MR_ERROR ? bound : mr_vectorcall(t, bound, argc, args, kwnames);
        }
    }
    return mr_type_construct(t, type, argc, args, kwnames);
}

bool mr_construct_plain(MrThread *t, MrType *type, MrValue v, MrValue *out)
{
    int truth;
    size_t n;
    char digits[MR_INT64_TEXT], *bytes;
    switch ((int)type->root->id) {
    case MR_TYPE_type: *out = mr_val(mr_class_of(t, v)); return true;
    case MR_TYPE_str:
        if (mr_is_int(v)) {
            n = mr_int64_text(mr_int_of(v), digits);
            *out = mr_str_ascii(t, n, &bytes); /* a new one, as in CPython, if it is one digit: pickle can tell */
            if (*out != MR_ERROR)
                memcpy(bytes, digits, n);
        } else if (mr_is_float(v) || mr_is_exact(v, MR_TYPE_str)) {
            *out = mr_str(t, v);
        } else {
            return false;
        }
        return true;
    case MR_TYPE_int:
        if (mr_is_float(v) && fabs(mr_float_of(v)) < 9e15)
            *out = mr_int(t, (int64_t)mr_float_of(v));
        else if (mr_is_int(v))
            *out = v;
        else
            return mr_is_exact(v, MR_TYPE_str) && mr_int_of_digits(t, MR_STR(v), out);
        return true;
    case MR_TYPE_float:
        if (!mr_is_int(v) && !mr_is_float(v))
            return false;
        *out = mr_is_int(v) ? mr_float((double)mr_int_of(v)) : v;
        return true;
    case MR_TYPE_bool:
        truth = mr_is_bool(v) ? v == MR_TRUE : mr_truth(t, v);
        *out = truth < 0 ? MR_ERROR : mr_bool(truth);
        return true;
    case MR_TYPE_list: *out = mr_list_of(t, v); return true;
    case MR_TYPE_tuple: *out = mr_tuple_of(t, v); return true;
    case MR_TYPE_set: *out = mr_set_of(t, v); return true;
    default: return false;
    }
}

MrValue mr_type_construct(MrThread *t, MrType *type, size_t argc, const MrValue *args, MrTuple *kwnames)
{
    MrType **builtin = t->iso->types;
    MrValue plain;
    if (argc == 1 && !kwnames && !(type->flags & MR_TYPE_HEAP) && mr_construct_plain(t, type, args[0], &plain)) /* most others call __new__ and __init__, with their arguments in a tuple */
        return plain;
    if (type == builtin[MR_TYPE_type] && argc != 3)
        return mr_raise(t, MR_EXC_TypeError, argc == 1 && kwnames ? "type() takes no keyword arguments" : "type() takes 1 or 3 arguments");
    MrValue new = type->slots[MR_SLOT_new];
    if ((type->def->flags & MR_TYPEDEF_NO_NEW && !(type->flags & MR_TYPE_HEAP)) || new == MR_UNBOUND) {
        MrValue name = mr_type_qualified_name(t, type);
        return name == MR_ERROR ? name : mr_raise(t, MR_EXC_TypeError, "cannot create '%s' instances", mr_cstr(name));
    }
    if (!mr_stack_ok(t))
        return MR_ERROR;
    MrType *object = builtin[MR_TYPE_object];
    bool bare = new == object->slots[MR_SLOT_new] && type->def->kind == MR_KIND_INSTANCE && !(type->flags & MR_TYPE_ABSTRACT);
    if (bare && type->slots[MR_SLOT_init] == object->slots[MR_SLOT_init]) {
        MrObj *made = argc || kwnames ? NULL : mr_alloc_instance(t, sizeof(MrInstance), type);
        if (made)
            return mr_val(made);
        bare = false;
    }
    MrObj *made = bare ? mr_alloc_instance(t, sizeof(MrInstance), type) : NULL; /* what object.__new__ does where __init__ takes the arguments */
    MrValue obj = made ? mr_val(made) : bare ? MR_ERROR : call_raw(t, new, mr_val(type), type, true, argc, args, kwnames);
    if (obj == MR_ERROR || type == builtin[MR_TYPE_type])
        return obj;
    MrType *got = mr_class_of(t, obj);
    if (got != type && !mr_type_is_subtype(got, type))
        return obj;
    MrValue init = mr_slot_of(t, got, MR_SLOT_init);
    if (init == builtin[MR_TYPE_object]->slots[MR_SLOT_init] && (new != builtin[MR_TYPE_object]->slots[MR_SLOT_new]))
        return obj;
    MrValue r = call_raw(t, init, obj, got, false, argc, args, kwnames);
    if (r == MR_ERROR)
        return r;
    if (r != MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "__init__() should return None, not '%s'", mr_type_name(t, r));
    if (mr_is_kind(obj, MR_KIND_INSTANCE))
        mr_type_learn_slots(t, got, mr_shape_of(t, mr_obj_of(obj)));
    return obj;
}

MrValue mr_call(MrThread *t, MrValue f, size_t argc, const MrValue *args)
{
    return mr_vectorcall(t, f, argc, args, NULL);
}

MrValue mr_call0(MrThread *t, MrValue f)
{
    return mr_vectorcall(t, f, 0, NULL, NULL);
}

MrValue mr_call1(MrThread *t, MrValue f, MrValue a)
{
    return mr_vectorcall(t, f, 1, &a, NULL);
}

MrValue mr_call2(MrThread *t, MrValue f, MrValue a, MrValue b)
{
    MrValue args[2] = {a, b};
    return mr_vectorcall(t, f, 2, args, NULL);
}

MrValue mr_call3(MrThread *t, MrValue f, MrValue a, MrValue b, MrValue c)
{
    MrValue args[3] = {a, b, c};
    return mr_vectorcall(t, f, 3, args, NULL);
}

MrValue mr_call_kw(MrThread *t, MrValue f, MrValue args, MrValue kwargs)
{
    MrTuple *pos = MR_TUPLE(args);
    if (kwargs == MR_UNBOUND || kwargs == MR_NONE || MR_DICT(kwargs)->length == 0)
        return mr_vectorcall(t, f, pos->length, pos->items, NULL);
    MrDict *d = MR_DICT(kwargs);
    size_t n = d->length, i = 0, at = 0;
    MrValue names = mr_tuple_new(t, n);
    MrValue *all = names == MR_ERROR ? NULL : mr_buffer_new(t, (pos->length + n) * sizeof(MrValue));
    if (!all)
        return MR_ERROR;
    if (!mr_work_copy_values(t, all, pos->items, pos->length))
        return MR_ERROR;
    MrValue key, value;
    while (i < n && mr_dict_next(d, &at, &key, &value)) {
        if (!mr_is_str(key))
            return mr_raise(t, MR_EXC_TypeError, "keywords must be strings");
        MR_TUPLE(names)->items[i] = key;
        all[pos->length + i++] = value;
    }
    return mr_vectorcall(t, f, pos->length, all, MR_TUPLE(names));
}

MrValue mr_call_method(MrThread *t, MrValue obj, MrStr *name, size_t argc, const MrValue *args)
{
    MrValue f, self;
    if (!mr_load_method(t, obj, name, &f, &self))
        return MR_ERROR;
    return self == MR_UNBOUND ? mr_vectorcall(t, f, argc, args, NULL) : prepend_call(t, f, self, argc, args, NULL);
}

MrValue mr_call_slot(MrThread *t, MrValue self, MrSlot slot, size_t argc, const MrValue *args)
{
    MrType *type = mr_class_of(t, self);
    MrValue f = mr_slot_of(t, type, slot);
    if (f == MR_UNBOUND)
        return f;
    if (mr_is_kind(f, MR_KIND_NATIVE) && argc < 4) { 
        MrNativeFn *nf = (MrNativeFn *)mr_obj_of(f);
        if (nf->plain && nf->nparams == argc + 1 && nf->self == MR_UNBOUND && mr_is_method_descriptor(f) && mr_native_applies(nf, type)) {
            MrValue all[4];
            all[0] = self;
            mr_copy_few(all + 1, args, argc);
            return nf->fn(t, all);
        }
    }
    return call_raw(t, f, self, type, false, argc, args, NULL);
}

bool mr_callable(MrThread *t, MrValue v)
{
    if (!mr_is_obj(v))
        return false;
    switch (mr_obj_of(v)->kind) {
    case MR_KIND_FUNCTION:
    case MR_KIND_NATIVE:
    case MR_KIND_METHOD:
    case MR_KIND_TYPE: return true;
    default: return mr_slot_of(t, mr_class_of(t, v), MR_SLOT_call) != MR_UNBOUND;
    }
}

/* What a row's function is in an isolate that is denied something. */
static MrNative filtered(const MrIsolate *iso, const MrMethodDef *def, MrValue owner)
{
    const char *where = NULL;
    if (mr_is_kind(owner, MR_KIND_MODULE) && mr_is_str(((MrModule *)mr_obj_of(owner))->name))
        where = mr_cstr(((MrModule *)mr_obj_of(owner))->name);
    else if (mr_is_type(owner) && MR_TYPE(owner)->def)
        where = MR_TYPE(owner)->def->name;
    return where ? mr_permit_filter(iso, where, def) : def->fn;
}

MrValue mr_function_native(MrThread *t, const MrMethodDef *def, MrValue owner, MrValue self)
{
    MrNativeFn *f = mr_alloc(t, sizeof *f, MR_KIND_NATIVE, MR_TYPE_builtin_function);
    if (!f)
        return MR_ERROR;
    f->fn = def->fn;
    f->def = def;
    f->owner = owner;
    f->self = self;
    f->nparams = 0xFFFF;
    if (MR_UNLIKELY(t->iso->denied))
        f->fn = filtered(t->iso, def, owner);
    return mr_val(f);
}

MrValue mr_callee_name(MrThread *t, MrValue f)
{
    MrValue qualname = mr_getattr_or(t, f, mr_n(t, __qualname__));
    if (qualname == MR_ERROR)
        return qualname;
    if (!mr_is_str(qualname))
        return mr_str(t, f);
    MrValue module = mr_getattr_or(t, f, mr_n(t, __module__));
    if (module == MR_ERROR)
        return module;
    if (mr_is_str(module) && !mr_str_equal_c(module, "builtins"))
        return mr_strf(t, "%s.%s()", mr_cstr(module), mr_cstr(qualname));
    return mr_strf(t, "%s()", mr_cstr(qualname));
}
