/* function, builtin_function_or_method, method_descriptor, method, cell and code: what script sees of callables. */
#include "vm/function.h"
#include "vm/generator.h"

#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/types/text.h"

#define FN(v) ((MrFunction *)mr_obj_of(v))
#define NATIVE(v) ((MrNativeFn *)mr_obj_of(v))
#define METHOD(v) ((MrMethod *)mr_obj_of(v))
#define CODE(v) ((MrCode *)mr_obj_of(v))

/* ---- function ---- */

static MrValue function_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, "<function %s at %p>", mr_cstr(FN(a[0])->qualname), (void *)FN(a[0]));
}

static MrValue function_get(MrThread *t, MrValue *a)
{
    if (!mr_get_has_subject(t, a))
        return MR_ERROR;
    if (a[1] == MR_NONE && a[2] != MR_UNBOUND && a[2] != mr_type_val(t, MR_TYPE_NoneType))
        return a[0];
    return mr_descr_get(t, a[0], a[1], mr_typeof(t, a[1]));
}

static MrValue function_call(MrThread *t, MrValue *a) { return mr_call_kw(t, a[0], a[1], a[2]); }

static MrValue function_new(MrThread *t, MrValue *a)
{
    bool named = a[3] != MR_UNBOUND && a[3] != MR_NONE, has_defaults = a[4] != MR_UNBOUND && a[4] != MR_NONE, closed = a[5] != MR_UNBOUND && a[5] != MR_NONE;
    if (!mr_is_kind(a[1], MR_KIND_CODE))
        return mr_raise(t, MR_EXC_TypeError, "function() argument 'code' must be code, not %s", mr_arg_type_name(t, a[1]));
    if (!mr_is_dict(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "function() argument 'globals' must be dict, not %s", mr_arg_type_name(t, a[2]));
    if (named && !mr_is_str(a[3]))
        return mr_raise(t, MR_EXC_TypeError, "arg 3 (name) must be None or string");
    if (has_defaults && !mr_is_tuple(a[4]))
        return mr_raise(t, MR_EXC_TypeError, "arg 4 (defaults) must be None or tuple");
    MrCode *code = CODE(a[1]);
    size_t have = mr_is_tuple(a[5]) ? MR_TUPLE(a[5])->length : 0;
    if (!mr_is_tuple(a[5]) && (closed || code->n_free))
        return mr_raise(t, MR_EXC_TypeError, closed ? "arg 5 (closure) must be None or tuple" : "arg 5 (closure) must be tuple");
    if (have != code->n_free)
        return mr_raise(t, MR_EXC_ValueError, "%s requires closure of length %u, not %zu", code->name->bytes, code->n_free, have);
    for (size_t i = 0; i < have; i++)
        if (!mr_is_kind(MR_TUPLE(a[5])->items[i], MR_KIND_CELL))
            return mr_raise(t, MR_EXC_TypeError, "arg 5 (closure) expected cell, found %s", mr_type_name(t, MR_TUPLE(a[5])->items[i]));
    MrFunction *f = mr_function_new(t, code, MR_DICT(a[2]));
    if (!f)
        return MR_ERROR;
    f->builtins = mr_builtins_of(t, MR_DICT(a[2]));
    if (named)
        f->name = a[3];
    if (has_defaults)
        f->defaults = a[4];
    if (have)
        f->closure = MR_TUPLE(a[5]);
    return mr_val(f);
}

static MrValue fn_get_name(MrThread *t, MrValue self) { (void)t; return FN(self)->name; }
static MrValue fn_get_qualname(MrThread *t, MrValue self) { (void)t; return FN(self)->qualname; }

static bool set_str(MrThread *t, MrValue *field, MrValue v, const char *what)
{
    if (!mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "%s must be set to a string object", what);
        return false;
    }
    *field = v;
    return true;
}
static bool fn_set_name(MrThread *t, MrValue self, MrValue v) { return set_str(t, &FN(self)->name, v, "__name__"); }
static bool fn_set_qualname(MrThread *t, MrValue self, MrValue v) { return set_str(t, &FN(self)->qualname, v, "__qualname__"); }
static MrValue fn_get_code(MrThread *t, MrValue self) { (void)t; return mr_val(FN(self)->code); }
static void keep_function(MrObj *o, void *data)
{
    MrFunction **pair = data;
    if (o->kind == MR_KIND_GENERATOR && ((MrGenerator *)o)->function == pair[0])
        ((MrGenerator *)o)->function = pair[1];
}
static bool fn_set_code(MrThread *t, MrValue self, MrValue v)
{
    if (!mr_is_kind(v, MR_KIND_CODE)) {
        mr_raise(t, MR_EXC_TypeError, "__code__ must be set to a code object");
        return false;
    }
    if (CODE(v)->n_free != FN(self)->code->n_free) {
        mr_raise(t, MR_EXC_ValueError, "%s() requires a code object with %u free vars, not %u", mr_cstr(FN(self)->name), FN(self)->code->n_free, CODE(v)->n_free);
        return false;
    }
    if (FN(self)->code->flags & (MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR)) {
        /* generators take their code from their function: those that are alive get a function of their own with the code they began with */
        MrFunction *copy = mr_alloc(t, sizeof *copy, MR_KIND_FUNCTION, MR_TYPE_function);
        if (!copy)
            return false;
        memcpy(&copy->code, &FN(self)->code, sizeof *copy - offsetof(MrFunction, code));
        MrFunction *pair[2] = {FN(self), copy};
        mr_heap_each(t->iso, keep_function, pair);
    }
    FN(self)->code = CODE(v);
    t->iso->next_type_version++;
    return true;
}
static MrValue fn_get_defaults(MrThread *t, MrValue self) { (void)t; return FN(self)->defaults; }
static bool fn_set_defaults(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND)
        v = MR_NONE;
    if (v != MR_NONE && !mr_is_tuple(v)) {
        mr_raise(t, MR_EXC_TypeError, "__defaults__ must be set to a tuple object");
        return false;
    }
    FN(self)->defaults = v;
    return true;
}
static MrValue fn_get_kwdefaults(MrThread *t, MrValue self) { (void)t; return FN(self)->kwdefaults; }
static bool fn_set_kwdefaults(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND)
        v = MR_NONE;
    if (v != MR_NONE && !mr_is_dict(v)) {
        mr_raise(t, MR_EXC_TypeError, "__kwdefaults__ must be set to a dict object");
        return false;
    }
    FN(self)->kwdefaults = v;
    return true;
}
static MrValue fn_get_globals(MrThread *t, MrValue self) { (void)t; return mr_val(FN(self)->globals); }
static MrValue fn_get_builtins(MrThread *t, MrValue self) { (void)t; return mr_val(FN(self)->builtins); }
static MrValue fn_get_closure(MrThread *t, MrValue self) { (void)t; return FN(self)->closure ? mr_val(FN(self)->closure) : MR_NONE; }
static MrValue fn_get_doc(MrThread *t, MrValue self) { (void)t; return FN(self)->doc == MR_UNBOUND ? FN(self)->code->doc : FN(self)->doc; }
static bool fn_set_doc(MrThread *t, MrValue self, MrValue v) { (void)t; FN(self)->doc = v == MR_UNBOUND ? MR_NONE : v; return true; }
static MrValue fn_get_module(MrThread *t, MrValue self)
{
    MrFunction *f = FN(self);
    if (f->module != MR_UNBOUND)
        return f->module;
    MrValue m = mr_dict_get_str(t, f->globals, mr_n(t, __name__));
    return m == MR_UNBOUND ? MR_NONE : m;
}
static bool fn_set_module(MrThread *t, MrValue self, MrValue v) { (void)t; FN(self)->module = v == MR_UNBOUND ? MR_NONE : v; return true; }
static MrValue fn_get_annotations(MrThread *t, MrValue self)
{
    MrFunction *f = FN(self);
    if (f->annotations == MR_UNBOUND) {
        MrDict *d = mr_dict_new(t);
        if (!d)
            return MR_ERROR;
        f->annotations = mr_val(d);
    } else if (mr_is_tuple(f->annotations)) { /* flat name, value pairs */
        MrTuple *pairs = MR_TUPLE(f->annotations);
        MrDict *d = mr_dict_new(t);
        if (!d)
            return MR_ERROR;
        for (size_t i = 0; i + 1 < pairs->length; i += 2)
            if (!mr_dict_set(t, d, pairs->items[i], pairs->items[i + 1]))
                return MR_ERROR;
        f->annotations = mr_val(d);
    }
    return f->annotations;
}
static bool fn_set_annotations(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND || v == MR_NONE) {
        FN(self)->annotations = MR_UNBOUND;
        return true;
    }
    if (!mr_is_dict(v)) {
        mr_raise(t, MR_EXC_TypeError, "__annotations__ must be set to a dict object");
        return false;
    }
    FN(self)->annotations = v;
    return true;
}
static MrValue fn_get_type_params(MrThread *t, MrValue self) { return FN(self)->type_params == MR_UNBOUND ? t->iso->empty_tuple : FN(self)->type_params; }
static bool fn_set_type_params(MrThread *t, MrValue self, MrValue v)
{
    if (!mr_is_tuple(v)) {
        mr_raise(t, MR_EXC_TypeError, "__type_params__ must be set to a tuple");
        return false;
    }
    FN(self)->type_params = v;
    return true;
}
static MrValue fn_get_dict(MrThread *t, MrValue self)
{
    MrDict *d = mr_instance_dict(t, self);
    return d ? mr_val(d) : MR_ERROR;
}
static bool fn_set_dict(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "cannot delete __dict__");
        return false;
    }
    if (!mr_is_dict(v)) {
        mr_raise(t, MR_EXC_TypeError, "__dict__ must be set to a dictionary, not a '%s'", mr_type_name(t, v));
        return false;
    }
    FN(self)->dict = v;
    return true;
}

static const MrMethodDef function_methods[] = {
    {"__new__(cls, code, globals, name=None, argdefs=None, closure=None)", function_new,
     "Make a function of a code object and the variables it works on.", MR_METHOD_STATIC},
    {"__repr__(self, /)", function_repr, "The text that repr(self) gives.", 0},
    {"__get__(self, instance, owner=None, /)", function_get, "Called when the attribute is read: on instance, or on owner when instance is None.", 0},
    {"__call__(self, /, *args, **kwargs)", function_call, "What self(...) runs.", 0},
    {0}};
static const MrGetSetDef function_getset[] = {
    {"__name__", fn_get_name, fn_set_name, "its name"},
    {"__qualname__", fn_get_qualname, fn_set_qualname, "its name with those of the classes and functions around it"},
    {"__code__", fn_get_code, fn_set_code, "its compiled body"},
    {"__defaults__", fn_get_defaults, fn_set_defaults, "default values of positional parameters, or None"},
    {"__kwdefaults__", fn_get_kwdefaults, fn_set_kwdefaults, "default values of keyword-only parameters, or None"},
    {"__globals__", fn_get_globals, mr_set_readonly, "the variables of the module that defines it"},
    {"__builtins__", fn_get_builtins, mr_set_readonly, "where names are looked up that the module lacks"},
    {"__closure__", fn_get_closure, mr_set_readonly, "cells of the variables it takes from outer functions, or None"},
    {"__doc__", fn_get_doc, fn_set_doc, "its docstring"}, {"__module__", fn_get_module, fn_set_module, "the name of the module that defines it"},
    {"__annotations__", fn_get_annotations, fn_set_annotations, "annotations of parameters, and of the result as 'return'"},
    {"__type_params__", fn_get_type_params, fn_set_type_params, "its type parameters"},
    {"__dict__", fn_get_dict, fn_set_dict, "its further attributes"}, {0}};
const MrTypeDef mr_function_type = {.name = "function", .kind = MR_KIND_FUNCTION, .size = sizeof(MrFunction), .flags = MR_TYPEDEF_FINAL,
                                    .methods = function_methods, .getset = function_getset,
                                    .doc = "A function of Python code: code and the variables it works on."};

/* ---- natives ---- */

static size_t name_length(const char *sig)
{
    const char *paren = strchr(sig, '(');
    return paren ? (size_t)(paren - sig) : strlen(sig);
}

static MrValue native_name(MrThread *t, MrNativeFn *f)
{
    return mr_str_new(t, f->def->sig, name_length(f->def->sig));
}

static MrValue builtin_repr(MrThread *t, MrValue *a)
{
    MrNativeFn *f = NATIVE(a[0]);
    int n = (int)name_length(f->def->sig);
    if (f->self != MR_UNBOUND && !mr_is_kind(f->self, MR_KIND_MODULE)) {
        const char *form = f->h.shape == MR_TYPE_method_wrapper ? "<method-wrapper '%.*s' of %s object at %p>" : "<built-in method %.*s of %s object at %p>";
        return mr_strf(t, form, n, f->def->sig, mr_type_name(t, f->self), (void *)(uintptr_t)f->self);
    }
    if (mr_is_type(f->owner))
        return mr_strf(t, "<built-in method %.*s of type object at %p>", n, f->def->sig, (void *)(uintptr_t)f->owner);
    return mr_strf(t, "<built-in function %.*s>", n, f->def->sig);
}

static MrValue descriptor_repr(MrThread *t, MrValue *a)
{
    MrNativeFn *f = NATIVE(a[0]);
    int n = (int)name_length(f->def->sig);
    const char *kind = f->h.shape == MR_TYPE_wrapper_descriptor ? "slot wrapper" : "method";
    return mr_strf(t, "<%s '%.*s' of '%s' objects>", kind, n, f->def->sig, mr_class_name(MR_TYPE(f->owner)));
}

/* "(x, /, y=1)" with $self, as CPython's __text_signature__. What CPython writes in Python takes self by name, too: plain_self. */
static MrValue text_signature(MrThread *t, const char *sig, bool plain_self)
{
    const char *p = strchr(sig, '(');
    const char *end = p ? strrchr(p, ')') : NULL;
    if (!end)
        return MR_NONE;
    MrBuf b;
    mr_buf_init(&b);
    mr_buf_putc(&b, '(');
    p++;
    if (!strncmp(p, "self", 4) && plain_self) {
        mr_buf_puts(&b, "self");
        p += strncmp(p, "self, /", 7) ? 4 : 7;
    } else if (!strncmp(p, "self", 4))
        mr_buf_putc(&b, '$');
    if (!strncmp(p, "cls", 3)) {
        mr_buf_puts(&b, "$type");
        p += 3;
    }
    mr_buf_write(&b, p, (size_t)(end - p) + 1);
    return mr_str_buf(t, &b);
}

static MrValue nf_get_name(MrThread *t, MrValue self) { return native_name(t, NATIVE(self)); }
static MrValue nf_get_qualname(MrThread *t, MrValue self)
{
    MrNativeFn *f = NATIVE(self);
    if (mr_is_type(f->owner))
        return mr_strf(t, "%s.%.*s", MR_TYPE(f->owner)->name->bytes, (int)name_length(f->def->sig), f->def->sig);
    return native_name(t, f);
}
/* What the special methods of the number types say: only the sign differs. */
static const struct { char name[10], sign[4]; } signs[] = {
    {"add", "+"},
    {"sub", "-"},
    {"mul", "*"},
    {"truediv", "/"},
    {"floordiv", "//"},
    {"mod", "%"},
    {"and", "&"},
    {"or", "|"},
    {"xor", "^"},
    {"matmul", "@"},
    {"lshift", "<<"},
    {"rshift", ">>"},
    {"eq", "=="},
    {"ne", "!="},
    {"lt", "<"},
    {"le", "<="},
    {"gt", ">"},
    {"ge", ">="}};
static const struct { const char *name, *doc; } words[] = {
    {"__abs__", "What abs(self) gives."},
    {"__bool__", "The truth value of self."},
    {"__divmod__", "The pair (self // value, self % value)."},
    {"__float__", "What float(self) gives."},
    {"__hash__", "The number that hash(self) gives."},
    {"__index__", "The int that stands for self where only an int will do, as in an index."},
    {"__int__", "What int(self) gives."},
    {"__invert__", "What ~self gives."},
    {"__neg__", "What -self gives."},
    {"__pos__", "What +self gives."},
    {"__pow__", "self to the power of value, modulo mod if given."},
    {"__rdivmod__", "The pair (value // self, value % self)."},
    {"__repr__", "The text that repr(self) gives."},
    {"__rpow__", "value to the power of self, modulo mod if given."},
    {"__ipow__", "Update self in place: self **= value."},
    {"__str__", "The text that str(self) gives."},
    {"__iter__", "An iterator over self."},
    {"__next__", "The next value; raises StopIteration at the end."},
    {"__len__", "The number that len(self) gives."},
    {"__contains__", "Whether `key in self` holds."},
    {"__getitem__", "What self[key] gives."},
    {"__setitem__", "Carry out self[key] = value."},
    {"__delitem__", "Carry out del self[key]."},
    {"__getattribute__", "What reading self.name gives."},
    {"__setattr__", "Carry out self.name = value."},
    {"__delattr__", "Carry out del self.name."},
    {"__call__", "What self(...) runs."},
    {"__bytes__", "What bytes(self) gives."},
    {"__reversed__", "An iterator over self from its end."},
    {"__complex__", "What complex(self) gives."},
};

static MrValue slot_doc(MrThread *t, const char *sig)
{
    size_t n = name_length(sig);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].name) == n && !memcmp(words[i].name, sig, n))
            return mr_str_c(t, words[i].doc);
    if (n < 6 || memcmp(sig, "__", 2) != 0)
        return MR_NONE;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t plain = strlen(signs[i].name);
        if (n == plain + 4 && !memcmp(sig + 2, signs[i].name, plain))
            return mr_strf(t, strchr("=!<>", *signs[i].sign) && plain == 2 ? "Whether self %s value." : "What self %s value gives.", signs[i].sign);
        if (n == plain + 5 && sig[2] == 'r' && !memcmp(sig + 3, signs[i].name, plain))
            return mr_strf(t, "What value %s self gives.", signs[i].sign);
        if (n == plain + 5 && sig[2] == 'i' && !memcmp(sig + 3, signs[i].name, plain))
            return mr_strf(t, "Update self in place: self %s= value.", signs[i].sign);
    }
    return MR_NONE;
}

static MrValue nf_get_doc(MrThread *t, MrValue self)
{
    MrNativeFn *f = NATIVE(self);
    bool slot = f->h.shape == MR_TYPE_wrapper_descriptor || f->h.shape == MR_TYPE_method_wrapper;
    return f->def->doc ? mr_str_c(t, f->def->doc) : slot || !memcmp(f->def->sig, "__", 2) ? slot_doc(t, f->def->sig) : MR_NONE;
}
static MrValue nf_get_module(MrThread *t, MrValue self)
{
    MrNativeFn *f = NATIVE(self);
    if (mr_is_kind(f->owner, MR_KIND_MODULE))
        return ((MrModule *)mr_obj_of(f->owner))->name;
    (void)t;
    return MR_NONE;
}
static MrValue nf_get_self(MrThread *t, MrValue self)
{
    MrNativeFn *f = NATIVE(self);
    (void)t;
    return f->self != MR_UNBOUND ? f->self : f->owner != MR_UNBOUND ? f->owner : MR_NONE;
}
static MrValue nf_get_objclass(MrThread *t, MrValue self) { (void)t; return NATIVE(self)->owner; }
/* Those that tell no signature in CPython, because they can be called in several ways or are older than its text form, by class or module. What ends in '?' has
 * one with a default that cannot be written. */
static const struct { const char *owner, *names; } unsigned_natives[] = {
    {"BaseException", " __reduce__ __setstate__ add_note with_traceback "},
    {"BaseExceptionGroup", " derive split subgroup "},
    {"_thread", " _count allocate allocate_lock exit exit_thread get_ident get_native_id stack_size start_new start_new_thread "},
    {"atexit", " register unregister "},
    {"builtins", " __build_class__ anext? breakpoint dir? getattr? iter? max min next? vars? "},
    {"bytearray", " __alloc__ capitalize count endswith find hex? index isalnum isalpha isascii isdigit islower isspace istitle isupper lower rfind rindex startswith swapcase title "
                  "upper "},
    {"bytes", " __getnewargs__ capitalize count endswith find hex? index isalnum isalpha isascii isdigit islower isspace istitle isupper lower rfind rindex startswith swapcase title "
              "upper "},
    {"dict", " clear copy items keys pop? update values "},
    {"frozenset", " __contains__ __reduce__ copy difference intersection isdisjoint issubset issuperset symmetric_difference union "},
    {"gc", " get_referents get_referrers set_threshold "},
    {"int", " __ceil__ __floor__ __round__ __trunc__ conjugate "},
    {"math", " hypot log "},
    {"memoryview", " __enter__ __exit__ cast hex? "},
    {"object", " __init_subclass__ __subclasshook__ "},
    {"property", " __set_name__ deleter getter setter "},
    {"range", " __reduce__ __reversed__ count index "},
    {"set", " __contains__ __reduce__ add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove "
            "symmetric_difference symmetric_difference_update union update "},
    {"slice", " __reduce__ indices "},
    {"str", " __getnewargs__ count endswith find format format_map index maketrans? rfind rindex startswith "},
    {"sys", " breakpointhook getsizeof set_asyncgen_hooks setprofile settrace "},
    {"time", " asctime clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns ctime get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter "
             "perf_counter_ns process_time process_time_ns sleep strftime strptime thread_time thread_time_ns time time_ns tzset "},
    {"type", " __prepare__ "},
};

/* 0: has a signature; 1: none; '?': one that cannot be read. */
static int lacks_signature(const MrNativeFn *f)
{
    const char *owner = mr_is_type(f->owner) ? MR_TYPE(f->owner)->name->bytes : mr_is_kind(f->owner, MR_KIND_MODULE) ? mr_cstr(((MrModule *)mr_obj_of(f->owner))->name) : "";
    size_t n = (size_t)name_length(f->def->sig);
    for (size_t i = 0; i < sizeof unsigned_natives / sizeof *unsigned_natives; i++) {
        if (strcmp(unsigned_natives[i].owner, owner) != 0)
            continue;
        for (const char *p = unsigned_natives[i].names; (p = strchr(p, ' ')) && *++p;)
            if (!strncmp(p, f->def->sig, n) && (p[n] == ' ' || p[n] == '?'))
                return p[n] == '?' ? '?' : 1;
    }
    return 0;
}

/* CPython's __new__, __init__ and __call__ of native classes say nothing of their parameters; the class does. asyncio's handles are Python classes there. */
static bool is_slot_of_any(const MrNativeFn *f)
{
    static const char *const names[] = {"__new__(", "__init__(", "__call__("};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncmp(f->def->sig, names[i], strlen(names[i])))
            return strncmp(MR_TYPE(f->owner)->def->name, "asyncio.", 8) != 0;
    return false;
}

/* asyncio's classes but for futures and tasks are Python classes in CPython. */
static bool is_script_class(const MrTypeDef *def)
{
    const char *name = def ? def->name : "";
    if (!strncmp(name, "_asyncio.", 9))
        return !strncmp(name + 9, "EventLoop", 9) || !strncmp(name + 9, "_Stream", 7);
    return !strncmp(name, "asyncio.", 8);
}

static MrValue nf_get_text_signature(MrThread *t, MrValue self)
{
    const char *sig = NATIVE(self)->def->sig;
    int lack = lacks_signature(NATIVE(self));
    if (lack)
        return lack == '?' ? mr_str_c(t, "(default=<unrepresentable>, /)") : MR_NONE;
    if (!mr_is_type(NATIVE(self)->owner)) { /* a module's function has the module in front */
        const char *params = strchr(sig, '(') + 1;
        return mr_strf(t, "($module%s%s%s", strstr(params, "/, ") || strstr(params, "/)") ? "" : ", /", *params == ')' ? "" : ", ", params);
    }
    if (is_slot_of_any(NATIVE(self)))
        return mr_str_c(t, sig[2] == 'n' ? "($type, *args, **kwargs)" : "($self, /, *args, **kwargs)");
    return text_signature(t, sig, is_script_class(MR_TYPE(NATIVE(self)->owner)->def));
}

static MrValue native_call(MrThread *t, MrValue *a) { return mr_call_kw(t, a[0], a[1], a[2]); }

static MrValue descriptor_get(MrThread *t, MrValue *a)
{
    if (!mr_get_has_subject(t, a))
        return MR_ERROR;
    MrValue obj = a[1];
    if (obj == MR_NONE && a[2] != MR_UNBOUND)
        obj = MR_UNBOUND;
    MrType *type = mr_is_type(a[2]) ? MR_TYPE(a[2]) : mr_typeof(t, a[1]);
    return mr_descr_get(t, a[0], obj, type);
}

static MrValue builtin_eq(MrThread *t, MrValue *a)
{
    (void)t;
    if (!mr_is_kind(a[1], MR_KIND_NATIVE))
        return MR_NOT_IMPLEMENTED;
    return mr_bool(NATIVE(a[0])->def == NATIVE(a[1])->def && NATIVE(a[0])->self == NATIVE(a[1])->self);
}

static MrValue builtin_hash(MrThread *t, MrValue *a)
{
    uint64_t h = ((uintptr_t)NATIVE(a[0])->def >> 3) ^ (NATIVE(a[0])->self >> 4);
    return mr_int(t, (int64_t)(h & 0x7FFFFFFFFFFF));
}

static MrValue builtin_reduce(MrThread *t, MrValue *a)
{
    MrNativeFn *f = NATIVE(a[0]);
    if (f->self == MR_UNBOUND)
        return nf_get_qualname(t, a[0]);
    MrValue getattr = mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "getattr", 7));
    MrValue pair[2] = {f->self, native_name(t, f)};
    MrValue args = pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
    MrValue out[2] = {getattr, args};
    return args == MR_ERROR ? args : mr_tuple_from(t, out, 2);
}

static const MrMethodDef builtin_methods[] = {
    {"__repr__(self, /)", builtin_repr,
     "The text that repr(self) gives.", 0},   {"__call__(self, /, *args, **kwargs)", native_call, "What self(...) runs.", 0},
    {"__eq__(self, value, /)", builtin_eq, "Whether self == value.", 0}, {"__hash__(self, /)", builtin_hash, "The number that hash(self) gives.", 0},
    {"__reduce__(self, /)", builtin_reduce, "What pickle needs to make an equal one.", 0}, {0}};
static const MrGetSetDef builtin_getset[] = {
    {"__name__", nf_get_name, NULL, "its name"},
    {"__qualname__", nf_get_qualname, NULL, "its name with those of the classes and functions around it"},
    {"__doc__", nf_get_doc, NULL, "its docstring"},
    {"__module__", nf_get_module, NULL, "the name of the module that defines it"},
    {"__self__", nf_get_self, NULL, "the object, class or module to which it is bound"},
    {"__text_signature__", nf_get_text_signature, NULL, "its parameters as text, for inspect"},
    {0}};
const MrTypeDef mr_builtin_function_type = {.name = "builtin_function_or_method", .kind = MR_KIND_NATIVE, .size = sizeof(MrNativeFn), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                   .methods = builtin_methods, .getset = builtin_getset};

static MrValue descriptor_reduce(MrThread *t, MrValue *a)
{
    MrNativeFn *f = NATIVE(a[0]);
    MrValue pair[2] = {f->owner, native_name(t, f)};
    MrValue args = pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
    MrValue out[2] = {mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "getattr", 7)), args};
    return args == MR_ERROR ? args : mr_tuple_from(t, out, 2);
}

static const MrMethodDef descriptor_methods[] = {
    {"__reduce__(self, /)", descriptor_reduce, "What pickle needs to make it again.", 0},
    {"__repr__(self, /)", descriptor_repr,
     "The text that repr(self) gives.", 0}, {"__call__(self, /, *args, **kwargs)", native_call, "What self(...) runs.", 0},
    {"__get__(self, instance, owner=None, /)", descriptor_get,
     "Called when the attribute is read: on instance, or on owner when instance is None.", 0}, {0}};
static const MrGetSetDef descriptor_getset[] = {
    {"__name__", nf_get_name, NULL, "its name"},
    {"__qualname__", nf_get_qualname, NULL, "its name with those of the classes and functions around it"},
    {"__doc__", nf_get_doc, NULL, "its docstring"},
    {"__objclass__", nf_get_objclass, NULL, "the class that defines it"},
    {"__text_signature__", nf_get_text_signature, NULL, "its parameters as text, for inspect"}, {0}};
const MrTypeDef mr_method_descriptor_type = {.name = "method_descriptor", .kind = MR_KIND_NATIVE, .size = sizeof(MrNativeFn), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                             .methods = descriptor_methods, .getset = descriptor_getset};
const MrTypeDef mr_classmethod_descriptor_type = {.name = "classmethod_descriptor", .kind = MR_KIND_NATIVE, .size = sizeof(MrNativeFn),
                                                  .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .methods = descriptor_methods, .getset = descriptor_getset};
const MrTypeDef mr_wrapper_descriptor_type = {.name = "wrapper_descriptor", .kind = MR_KIND_NATIVE, .size = sizeof(MrNativeFn), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                              .methods = descriptor_methods, .getset = descriptor_getset};

static const MrGetSetDef wrapper_getset[] = {
    {"__name__", nf_get_name, NULL, "its name"},
    {"__qualname__", nf_get_qualname, NULL, "its name with those of the classes and functions around it"},
    {"__doc__", nf_get_doc, NULL, "its docstring"},
    {"__objclass__", nf_get_objclass, NULL, "the class that defines it"},
    {"__self__", nf_get_self, NULL, "the object, class or module to which it is bound"},
    {"__text_signature__", nf_get_text_signature, NULL, "its parameters as text, for inspect"},
    {0}};
const MrTypeDef mr_method_wrapper_type = {.name = "method-wrapper", .kind = MR_KIND_NATIVE, .size = sizeof(MrNativeFn), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                          .methods = builtin_methods, .getset = wrapper_getset};

/* ---- bound methods ---- */

static MrValue method_new(MrThread *t, MrValue *a)
{
    if (!mr_callable(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "first argument must be callable");
    if (a[2] == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "instance must not be None");
    MrMethod *m = mr_alloc(t, sizeof *m, MR_KIND_METHOD, MR_TYPE_method);
    if (!m)
        return MR_ERROR;
    m->function = a[1];
    m->self = a[2];
    return mr_val(m);
}

static MrValue method_repr(MrThread *t, MrValue *a)
{
    MrValue name = mr_getattr_or(t, METHOD(a[0])->function, mr_n(t, __qualname__));
    if (name == MR_UNBOUND)
        name = mr_getattr_or(t, METHOD(a[0])->function, mr_n(t, __name__));
    MrValue self = name == MR_ERROR ? name : mr_repr(t, METHOD(a[0])->self);
    return self == MR_ERROR ? self : mr_strf(t, "<bound method %s of %s>", mr_is_str(name) ? mr_cstr(name) : "?", mr_cstr(self));
}

static MrValue method_eq(MrThread *t, MrValue *a)
{
    if (!mr_is_kind(a[1], MR_KIND_METHOD))
        return MR_NOT_IMPLEMENTED;
    if (METHOD(a[0])->self != METHOD(a[1])->self)
        return MR_FALSE;
    int r = mr_eq(t, METHOD(a[0])->function, METHOD(a[1])->function);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue method_hash(MrThread *t, MrValue *a)
{
    uint64_t h;
    if (!mr_hash(t, METHOD(a[0])->function, &h))
        return MR_ERROR;
    return mr_int(t, (int64_t)((h ^ (METHOD(a[0])->self >> 4)) & 0x7FFFFFFFFFFF));
}

static MrValue method_getattribute(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, a[1]));
    MrStr *name = mr_intern_str(t, MR_STR(a[1]));
    if (!name)
        return MR_ERROR;
    MrValue own = mr_type_lookup(t, t->iso->types[MR_TYPE_method], name);
    if (own == MR_ERROR || own != MR_UNBOUND)
        return own == MR_ERROR ? own : mr_descr_get(t, own, a[0], t->iso->types[MR_TYPE_method]);
    return mr_getattr(t, METHOD(a[0])->function, name);
}

static MrValue method_reduce(MrThread *t, MrValue *a)
{
    MrValue getattr = mr_dict_get_str(t, t->iso->builtins, mr_intern(t, "getattr", 7));
    MrValue pair[2] = {METHOD(a[0])->self, mr_getattr(t, METHOD(a[0])->function, mr_n(t, __name__))};
    MrValue args = pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
    MrValue out[2] = {getattr, args};
    return args == MR_ERROR ? args : mr_tuple_from(t, out, 2);
}

static MrValue m_get_func(MrThread *t, MrValue self) { (void)t; return METHOD(self)->function; }
static MrValue m_get_self(MrThread *t, MrValue self) { (void)t; return METHOD(self)->self; }
static MrValue m_get_doc(MrThread *t, MrValue self)
{
    MrValue d = mr_getattr_or(t, METHOD(self)->function, mr_n(t, __doc__));
    return d == MR_UNBOUND ? MR_NONE : d;
}

static const MrMethodDef method_methods[] = {
    {"__new__(cls, function, instance, /)", method_new, "Bind function to instance, which becomes its first argument.", MR_METHOD_STATIC},
    {"__repr__(self, /)", method_repr, "The text that repr(self) gives.", 0}, {"__eq__(self, value, /)", method_eq, "Whether self == value.", 0},
    {"__hash__(self, /)", method_hash,
     "The number that hash(self) gives.", 0}, {"__call__(self, /, *args, **kwargs)", native_call, "What self(...) runs.", 0},
    {"__getattribute__(self, name, /)", method_getattribute,
     "What reading self.name gives.", 0}, {"__reduce__(self, /)", method_reduce, "What pickle needs to make it again.", 0}, {0}};
static const MrGetSetDef method_getset[] = {
    {"__func__", m_get_func, mr_set_readonly, "the function that gets called"},
    {"__self__", m_get_self, mr_set_readonly, "the object, class or module to which it is bound"},
    {"__doc__", m_get_doc, NULL, "its docstring"},
    {0},
};
const MrTypeDef mr_method_type = {.name = "method", .kind = MR_KIND_METHOD, .size = sizeof(MrMethod), .flags = MR_TYPEDEF_FINAL, .methods = method_methods, .getset = method_getset,
                                  .doc = "A function bound to the object that becomes its first argument."};

/* ---- cells ---- */

static MrValue cell_new(MrThread *t, MrValue *a)
{
    MrCell *c = mr_alloc(t, sizeof *c, MR_KIND_CELL, MR_TYPE_cell);
    if (!c)
        return MR_ERROR;
    c->value = a[1];
    return mr_val(c);
}

static MrValue cell_repr(MrThread *t, MrValue *a)
{
    MrCell *c = (MrCell *)mr_obj_of(a[0]);
    if (c->value == MR_UNBOUND)
        return mr_strf(t, "<cell at %p: empty>", (void *)c);
    return mr_strf(t, "<cell at %p: %s object at %p>", (void *)c, mr_type_name(t, c->value), (void *)(uintptr_t)c->value);
}

static MrValue cell_get(MrThread *t, MrValue self)
{
    MrValue v = ((MrCell *)mr_obj_of(self))->value;
    return v == MR_UNBOUND ? mr_raise(t, MR_EXC_ValueError, "Cell is empty") : v;
}

static bool cell_set(MrThread *t, MrValue self, MrValue v)
{
    ((MrCell *)mr_obj_of(self))->value = v;
    mr_write_barrier(t, mr_obj_of(self), v);
    return true;
}

/* Cells compare by what they hold; an empty one is less than any other. */
static MrValue compare_cells(MrThread *t, MrCompare op, MrValue *a)
{
    if (!mr_is_kind(a[0], MR_KIND_CELL) || !mr_is_kind(a[1], MR_KIND_CELL))
        return MR_NOT_IMPLEMENTED;
    MrValue x = ((MrCell *)mr_obj_of(a[0]))->value, y = ((MrCell *)mr_obj_of(a[1]))->value;
    if (x != MR_UNBOUND && y != MR_UNBOUND)
        return mr_compare(t, op, x, y);
    return mr_compare(t, op, mr_small_int(x != MR_UNBOUND), mr_small_int(y != MR_UNBOUND));
}

static MrValue cell_lt(MrThread *t, MrValue *a) { return compare_cells(t, MR_CMP_LT, a); }
static MrValue cell_le(MrThread *t, MrValue *a) { return compare_cells(t, MR_CMP_LE, a); }
static MrValue cell_eq(MrThread *t, MrValue *a) { return compare_cells(t, MR_CMP_EQ, a); }
static MrValue cell_ne(MrThread *t, MrValue *a) { return compare_cells(t, MR_CMP_NE, a); }
static MrValue cell_gt(MrThread *t, MrValue *a) { return compare_cells(t, MR_CMP_GT, a); }
static MrValue cell_ge(MrThread *t, MrValue *a) { return compare_cells(t, MR_CMP_GE, a); }

static const MrMethodDef cell_methods[] = {
    {"__new__(cls, contents=None, /)", cell_new, "Make a cell, empty unless contents is given.", MR_METHOD_STATIC},
    {"__repr__(self, /)", cell_repr, "The text that repr(self) gives.", 0},
    {"__lt__(self, value, /)", cell_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", cell_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", cell_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", cell_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", cell_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", cell_ge, "Whether self >= value.", 0},
    {0},
};
static const MrGetSetDef cell_getset[] = {{"cell_contents", cell_get, cell_set, "the value; ValueError while there is none"}, {0}};
const MrTypeDef mr_cell_type = {.name = "cell", .kind = MR_KIND_CELL, .size = sizeof(MrCell), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_ABSTRACT_HASH, .methods = cell_methods, .getset = cell_getset,
    .doc = "A variable that an inner function shares."};

/* ---- code ---- */

static MrValue code_repr(MrThread *t, MrValue *a)
{
    MrCode *c = CODE(a[0]);
    return mr_strf(t, "<code object %s at %p, file \"%s\", line %u>", c->name->bytes, (void *)c, c->filename->bytes, c->first_line);
}

static MrValue names_tuple(MrThread *t, MrStr **names, uint32_t n)
{
    MrValue tuple = mr_tuple_new(t, n);
    for (uint32_t i = 0; tuple != MR_ERROR && i < n; i++)
        MR_TUPLE(tuple)->items[i] = mr_val(names[i]);
    return tuple;
}

static uint32_t visible_locals(MrCode *c)
{
    uint32_t n = 0;
    while (n < c->nlocals && !(c->local_flags[n] & MR_LOCAL_HIDDEN))
        n++;
    return n;
}

static MrValue c_get_name(MrThread *t, MrValue self) { (void)t; return mr_val(CODE(self)->name); }
static MrValue c_get_qualname(MrThread *t, MrValue self) { (void)t; return mr_val(CODE(self)->qualname); }
static MrValue c_get_filename(MrThread *t, MrValue self) { (void)t; return mr_val(CODE(self)->filename); }
static MrValue c_get_firstlineno(MrThread *t, MrValue self) { (void)t; return mr_small_int(CODE(self)->first_line); }
static MrValue c_get_argcount(MrThread *t, MrValue self) { (void)t; return mr_small_int(CODE(self)->argcount); }
static MrValue c_get_posonly(MrThread *t, MrValue self) { (void)t; return mr_small_int(CODE(self)->posonly); }
static MrValue c_get_kwonly(MrThread *t, MrValue self) { (void)t; return mr_small_int(CODE(self)->kwonly); }
static MrValue c_get_nlocals(MrThread *t, MrValue self) { (void)t; return mr_small_int(visible_locals(CODE(self))); }
static MrValue c_get_stacksize(MrThread *t, MrValue self) { (void)t; return mr_small_int(CODE(self)->nregs - CODE(self)->nlocals); }
static MrValue c_get_flags(MrThread *t, MrValue self) { (void)t; return mr_small_int(CODE(self)->flags & 0x1FFFFFFF); }
static MrValue c_get_names(MrThread *t, MrValue self) { return names_tuple(t, CODE(self)->names, CODE(self)->n_names); }
static MrValue c_get_varnames(MrThread *t, MrValue self) { return names_tuple(t, CODE(self)->varnames, visible_locals(CODE(self))); }
static MrValue c_get_freevars(MrThread *t, MrValue self) { return names_tuple(t, CODE(self)->freenames, CODE(self)->n_free); }
static MrValue c_get_cellvars(MrThread *t, MrValue self)
{
    MrCode *c = CODE(self);
    MrValue list = mr_list_new(t, 4);
    for (uint32_t i = 0; list != MR_ERROR && i < c->nlocals; i++)
        if (c->local_flags[i] & MR_LOCAL_CELL && !mr_list_append(t, list, mr_val(c->varnames[i])))
            return MR_ERROR;
    return list == MR_ERROR ? list : mr_tuple_from(t, MR_LIST(list)->items, MR_LIST(list)->length);
}

/* As CPython lays them out: a function's docstring or None first. Ints that instructions hold themselves come last. */
static MrValue c_get_consts(MrThread *t, MrValue self)
{
    MrCode *c = CODE(self);
    bool function = c->flags & MR_CODE_NEWLOCALS;
    MrValue list = mr_list_new(t, c->n_consts + 1);
    if (list == MR_ERROR || (function && !mr_list_append(t, list, c->doc)))
        return MR_ERROR;
    for (uint32_t i = 0; i < c->n_consts; i++)
        if (!(function && c->consts[i] == c->doc) && !mr_list_append(t, list, c->consts[i]))
            return MR_ERROR;
    for (uint32_t i = 0; i < c->n_code; i += 1u + mr_op_info[c->code[i].op].words)
        if (c->code[i].op == MR_OP_LOAD_INT && !mr_list_append(t, list, mr_small_int(c->code[i].bc)))
            return MR_ERROR;
    return mr_tuple_from(t, MR_LIST(list)->items, MR_LIST(list)->length);
}

static MrValue c_get_code(MrThread *t, MrValue self) { return mr_bytes_new(t, (const char *)CODE(self)->code, CODE(self)->n_code * sizeof(MrInstr)); }

/* One (line, end_line, col, end_col) per instruction word; columns in bytes. */
static MrValue code_positions(MrThread *t, MrValue *a)
{
    MrCode *c = CODE(a[0]);
    MrValue list = mr_list_new(t, c->n_code);
    for (uint32_t i = 0; list != MR_ERROR && i < c->n_code; i++) {
        MrPosition p = c->positions[i];
        MrValue v[4] = {MR_NONE, MR_NONE, MR_NONE, MR_NONE};
        if (p.line) {
            v[0] = mr_small_int(p.line);
            v[1] = mr_small_int(p.end_line);
            v[2] = mr_small_int(p.col);
            v[3] = mr_small_int(p.end_col);
        }
        MrValue row = mr_tuple_from(t, v, 4);
        if (row == MR_ERROR || !mr_list_append(t, list, row))
            return MR_ERROR;
    }
    return list == MR_ERROR ? list : mr_iter(t, list); /* tb_lasti is in bytes of CPython's two-byte words: twice the row's number */
}

static MrValue code_lines(MrThread *t, MrValue *a)
{
    MrCode *c = CODE(a[0]);
    MrValue list = mr_list_new(t, 8);
    uint32_t start = 0;
    for (uint32_t i = 1; list != MR_ERROR && i <= c->n_code; i++) {
        if (i < c->n_code && c->positions[i].line == c->positions[start].line)
            continue;
        MrValue v[3] = {mr_small_int(start * 2), mr_small_int(i * 2), c->positions[start].line ? mr_small_int(c->positions[start].line) : MR_NONE};
        MrValue row = mr_tuple_from(t, v, 3);
        if (row == MR_ERROR || !mr_list_append(t, list, row))
            return MR_ERROR;
        start = i;
    }
    return list == MR_ERROR ? list : mr_iter(t, list);
}

static bool is_code_field(MrValue name)
{
    static const char *const fields[] = {"co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags", "co_firstlineno", "co_code", "co_consts",
                                         "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_filename", "co_name", "co_qualname", "co_linetable", "co_exceptiontable"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (mr_str_equal_c(name, fields[i]))
            return true;
    return false;
}

static MrValue code_replace(MrThread *t, MrValue *a)
{
    MrCode *old = CODE(a[0]);
    MrCode *c = mr_alloc(t, sizeof *c, MR_KIND_CODE, MR_TYPE_code);
    if (!c)
        return MR_ERROR;
    *c = *old;
    size_t pos = 0;
    MrValue key, v;
    while (a[1] != MR_UNBOUND && mr_dict_next(MR_DICT(a[1]), &pos, &key, &v)) {
        MrStr **field = mr_str_equal_c(key, "co_name") ? &c->name : mr_str_equal_c(key, "co_qualname") ? &c->qualname : mr_str_equal_c(key, "co_filename") ? &c->filename : NULL;
        if (field && mr_is_str(v)) {
            if (!(*field = mr_intern_str(t, MR_STR(v))))
                return MR_ERROR;
        } else if (mr_str_equal_c(key, "co_firstlineno") && mr_is_int(v)) {
            c->first_line = (uint32_t)mr_int_of(v);
        } else if (mr_str_equal_c(key, "co_flags") && mr_is_int(v) && !((mr_int_of(v) ^ old->flags) & MR_CODE_LAYOUT)) {
            c->flags = (uint32_t)mr_int_of(v) | (old->flags & (MR_CODE_CLASS | MR_CODE_LIKE_NATIVE));
        } else if (!is_code_field(key)) {
            return mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for replace()", mr_is_str(key) ? mr_cstr(key) : "?");
        } else if (field) {
            return mr_raise(t, MR_EXC_TypeError, "replace() argument '%s' must be str, not %s", mr_cstr(key), mr_arg_type_name(t, v));
        } else {
            return mr_raise(t, MR_EXC_ValueError, "code.replace() cannot change '%s'", mr_is_str(key) ? mr_cstr(key) : "?");
        }
    }
    return mr_val(c);
}

static MrValue code_new(MrThread *t, MrValue *a)
{
    size_t n = MR_TUPLE(a[1])->length;
    if (n < 16 || n > 18)
        return mr_raise(t, MR_EXC_TypeError, "code expected at %s %d arguments, got %zu", n < 16 ? "least" : "most", n < 16 ? 16 : 18, n);
    return mr_raise(t, MR_EXC_ValueError, "code: CPython's bytecode does not run here; use compile()");
}

static const MrMethodDef code_methods[] = {
    {"__new__(cls, /, *args)", code_new, "Make a code object from its parts.", MR_METHOD_STATIC},
    {"__repr__(self, /)", code_repr,
     "The text that repr(self) gives.", 0}, {"co_positions(self, /)", code_positions, "Iterator over source positions.", 0},
    {"co_lines(self, /)", code_lines, "Iterator over (start, end, line).", 0},
    {"replace(self, /, **changes)", code_replace, "Return a copy with some fields changed.", 0},
    {0}};
static const MrGetSetDef code_getset[] = {
    {"co_name", c_get_name, mr_set_readonly, "the name of the function, class or module"},
    {"co_qualname", c_get_qualname, mr_set_readonly, "the name with those of what is around it"},
    {"co_filename", c_get_filename, mr_set_readonly, "where the source came from"},
    {"co_firstlineno", c_get_firstlineno, mr_set_readonly, "the line where it starts"},
    {"co_argcount", c_get_argcount, mr_set_readonly, "number of positional parameters"},
    {"co_posonlyargcount", c_get_posonly, mr_set_readonly, "number of positional-only parameters"},
    {"co_kwonlyargcount", c_get_kwonly, mr_set_readonly, "number of keyword-only parameters"},
    {"co_nlocals", c_get_nlocals, mr_set_readonly, "number of local variables, parameters included"},
    {"co_stacksize", c_get_stacksize, mr_set_readonly, "number of registers"},
    {"co_flags", c_get_flags, mr_set_readonly, "bits named CO_ in inspect"},
    {"co_names", c_get_names, mr_set_readonly, "names of globals and attributes"},
    {"co_varnames", c_get_varnames, NULL, "names of local variables, parameters first"},
    {"co_freevars", c_get_freevars, NULL, "names taken from outer functions"},
    {"co_cellvars", c_get_cellvars, NULL, "names that inner functions take"},
    {"co_consts", c_get_consts, mr_set_readonly, "constants"},
    {"co_code", c_get_code, NULL, "the instructions, in Moray's own encoding"},
    {0}};
const MrTypeDef mr_code_type = {.name = "code", .kind = MR_KIND_CODE, .size = sizeof(MrCode), .flags = MR_TYPEDEF_FINAL, .methods = code_methods, .getset = code_getset,
    .doc = "Compiled code."};
