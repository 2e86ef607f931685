/* The builtins module: its table, and the functions that are a few lines around one operation of the VM.
 *
 * Printing, reductions, and what deals in code are in builtins_print.c, builtins_reduce.c and builtins_code.c. The objects for interactive use
 * (exit, help, ...) and the async functions that need script are made when first called for.
 */
#include "stdlib/native/builtins.h"
#include "stdlib/native/io.h"

#include <math.h>

#include "vm/attr.h"
#include "vm/generator.h"
#include "vm/isolate.h"
#include "vm/signature.h"
#include "vm/types/bigint.h"
#include "vm/types/number.h"
#include "vm/types/str.h"

/* ---- numbers and characters ---- */

static MrValue builtin_abs(MrThread *t, MrValue *a)
{
    if (mr_is_int(a[0]))
        return mr_int_of(a[0]) >= 0 ? a[0] : mr_int(t, -mr_int_of(a[0]));
    if (mr_is_float(a[0]))
        return mr_float(fabs(mr_float_of(a[0])));
    return mr_unary(t, MR_SLOT_abs, a[0]);
}

/* The digits of an int with the prefix behind the sign. */
static MrValue prefixed(MrThread *t, MrValue v, int base, const char *prefix)
{
    MrValue i = mr_index(t, v), digits = i == MR_ERROR ? i : mr_int_to_str(t, i, base);
    if (digits == MR_ERROR)
        return digits;
    MrStr *s = MR_STR(digits);
    char *text;
    MrValue r = mr_str_ascii(t, s->nbytes + 2, &text);
    if (r == MR_ERROR)
        return r;
    bool negative = *s->bytes == '-';
    if (negative)
        *text++ = '-';
    memcpy(text, prefix, 2);
    memcpy(text + 2, s->bytes + negative, s->nbytes - negative);
    return r;
}

static MrValue builtin_bin(MrThread *t, MrValue *a) { return prefixed(t, a[0], 2, "0b"); }
static MrValue builtin_oct(MrThread *t, MrValue *a) { return prefixed(t, a[0], 8, "0o"); }
static MrValue builtin_hex(MrThread *t, MrValue *a) { return prefixed(t, a[0], 16, "0x"); }

static MrValue builtin_chr(MrThread *t, MrValue *a)
{
    MrValue v = mr_index(t, a[0]);
    int64_t i;
    if (v == MR_ERROR)
        return v;
    if (!mr_int_as_i64(v, &i) || i != (int32_t)i)
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
    if (i < 0 || i > 0x10FFFF)
        return mr_raise(t, MR_EXC_ValueError, "chr() arg not in range(0x110000)");
    return mr_str_char(t, (uint32_t)i);
}

static MrValue builtin_ord(MrThread *t, MrValue *a)
{
    const char *bytes;
    size_t n;
    if (mr_is_str(a[0])) {
        n = MR_STR(a[0])->length;
        if (n == 1)
            return mr_small_int(mr_str_at(t, MR_STR(a[0]), 0));
    } else if (mr_is_kind(a[0], MR_KIND_BYTES) || mr_is_kind(a[0], MR_KIND_BYTEARRAY)) {
        if (!mr_buffer_of(t, a[0], &bytes, &n))
            return MR_ERROR;
        if (n == 1)
            return mr_small_int((unsigned char)*bytes);
    } else {
        return mr_raise(t, MR_EXC_TypeError, "ord() expected string of length 1, but %s found", mr_type_name(t, a[0]));
    }
    return mr_raise(t, MR_EXC_TypeError, "ord() expected a character, but string of length %zu found", n);
}

/* a.slot(b), then b.reflected(a), in the order of the data model; MR_NOT_IMPLEMENTED if neither knows. */
static MrValue both_ways(MrThread *t, MrSlot slot, MrSlot reflected, MrValue a, MrValue b)
{
    MrType *ta = mr_typeof(t, a), *tb = mr_typeof(t, b);
    bool b_first = ta != tb && mr_type_is_subtype(tb, ta) && mr_slot(t, tb, reflected) != mr_slot(t, ta, reflected);
    for (int i = 0; i < 2; i++) {
        bool reflect = b_first ? i == 0 : i == 1;
        if (reflect && ta == tb)
            break;
        MrValue r = reflect ? mr_call_slot(t, b, reflected, 1, &a) : mr_call_slot(t, a, slot, 1, &b);
        if (r != MR_UNBOUND && r != MR_NOT_IMPLEMENTED)
            return r;
    }
    return MR_NOT_IMPLEMENTED;
}

static MrValue builtin_divmod(MrThread *t, MrValue *a)
{
    bool plain = (mr_is_int(a[0]) || mr_is_float(a[0])) && (mr_is_int(a[1]) || mr_is_float(a[1]));
    MrValue r = plain ? mr_number_divmod(t, a[0], a[1]) : both_ways(t, MR_SLOT_divmod, MR_SLOT_rdivmod, a[0], a[1]);
    if (r != MR_NOT_IMPLEMENTED)
        return r;
    return mr_raise(t, MR_EXC_TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", mr_type_name(t, a[0]), mr_type_name(t, a[1]));
}

static bool is_any_number(MrValue v) { return mr_is_integer(v) || mr_is_float(v) || mr_is_kind(v, MR_KIND_FLOAT) || mr_is_kind(v, MR_KIND_COMPLEX); }

/* Does a class define __rpow__ in Python? CPython then asks its __pow__ alone where there are three operands. */
static bool is_reflected_by_script(MrThread *t, MrValue v)
{
    MrType *type = mr_typeof(t, v);
    MrValue f = type->flags & MR_TYPE_HEAP ? mr_slot(t, type, MR_SLOT_rpow) : MR_UNBOUND;
    return f != MR_UNBOUND && !mr_is_kind(f, MR_KIND_NATIVE);
}

/* Any of the three may know how: the left operand's method, or that of a number beside it, which looks at the operands as they stand. */
static MrValue power_of_three(MrThread *t, MrValue *a)
{
    MrValue tried[3], ints = mr_slot(t, mr_builtin_type(t, MR_TYPE_int), MR_SLOT_pow);
    for (int i = 0; i < 3; i++) {
        tried[i] = mr_slot(t, mr_typeof(t, a[i]), MR_SLOT_pow);
        if (i == 0 && tried[0] == MR_UNBOUND && is_reflected_by_script(t, a[0]))
            return mr_raise(t, MR_EXC_AttributeError, "__pow__");
        if (tried[i] == MR_UNBOUND || (i > 0 && tried[i] == tried[0]) || (i > 1 && tried[i] == tried[1]))
            continue;
        MrValue r = MR_NOT_IMPLEMENTED;
        if (i == 0)
            r = mr_call_slot(t, a[0], MR_SLOT_pow, 2, a + 1);
        else if (is_reflected_by_script(t, a[i]))
            tried[i] = MR_UNBOUND;
        else if (tried[i] == mr_slot(t, mr_builtin_type(t, MR_TYPE_float), MR_SLOT_pow))
            r = mr_raise(t, MR_EXC_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
        else if (tried[i] == mr_slot(t, mr_builtin_type(t, MR_TYPE_complex), MR_SLOT_pow) && is_any_number(a[0]) && is_any_number(a[1]))
            r = mr_raise(t, MR_EXC_ValueError, "complex modulo");
        else if (tried[i] == ints && mr_is_integer(a[0]) && mr_is_integer(a[1]) && mr_is_integer(a[2]))
            r = mr_bigint_powmod(t, a[0], a[1], a[2]);
        if (r != MR_NOT_IMPLEMENTED)
            return r;
    }
    return MR_NOT_IMPLEMENTED;
}

static MrValue builtin_pow(MrThread *t, MrValue *a)
{
    if (a[2] == MR_UNBOUND || a[2] == MR_NONE)
        return mr_binary(t, MR_BIN_POW, a[0], a[1]);
    if (mr_is_integer(a[0]) && mr_is_integer(a[1]) && mr_is_integer(a[2]) && !(mr_typeof(t, a[0])->flags & MR_TYPE_HEAP))
        return mr_bigint_powmod(t, a[0], a[1], a[2]);
    MrValue r = power_of_three(t, a);
    if (r != MR_NOT_IMPLEMENTED)
        return r;
    return mr_raise(t, MR_EXC_TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", mr_type_name(t, a[0]), mr_type_name(t, a[1]),
                    mr_type_name(t, a[2]));
}

static MrValue builtin_round(MrThread *t, MrValue *a)
{
    bool digits = a[1] != MR_UNBOUND && a[1] != MR_NONE;
    if (mr_is_int(a[0]) && !digits)
        return a[0];
    MrValue r = mr_call_slot(t, a[0], MR_SLOT_round, digits, a + 1);
    return r == MR_UNBOUND ? mr_raise(t, MR_EXC_TypeError, "type %s doesn't define __round__ method", mr_type_name(t, a[0])) : r;
}

/* ---- attributes ---- */

/* The interned name of an attribute; NULL with a TypeError for other types than str. */
static MrStr *attribute_name(MrThread *t, MrValue v)
{
    if (!mr_is_str(v)) {
        mr_raise(t, MR_EXC_TypeError, "attribute name must be string, not '%s'", mr_type_name(t, v));
        return NULL;
    }
    return mr_is_exact(v, MR_TYPE_str) ? mr_intern_str(t, MR_STR(v)) : mr_intern(t, mr_cstr(v), MR_STR(v)->nbytes);
}

static MrValue builtin_getattr(MrThread *t, MrValue *a)
{
    MrStr *name = attribute_name(t, a[1]);
    if (!name)
        return MR_ERROR;
    if (a[2] == MR_UNBOUND)
        return mr_getattr(t, a[0], name);
    MrValue v = mr_getattr_or(t, a[0], name);
    return v == MR_UNBOUND ? a[2] : v;
}

static MrValue builtin_hasattr(MrThread *t, MrValue *a)
{
    MrStr *name = attribute_name(t, a[1]);
    MrValue v = name ? mr_getattr_or(t, a[0], name) : MR_ERROR;
    return v == MR_ERROR ? v : mr_bool(v != MR_UNBOUND);
}

static MrValue builtin_setattr(MrThread *t, MrValue *a)
{
    MrStr *name = attribute_name(t, a[1]);
    return name && mr_setattr(t, a[0], name, a[2]) ? MR_NONE : MR_ERROR;
}

static MrValue builtin_delattr(MrThread *t, MrValue *a)
{
    MrStr *name = attribute_name(t, a[1]);
    return name && mr_setattr(t, a[0], name, MR_UNBOUND) ? MR_NONE : MR_ERROR;
}

/* ---- objects ---- */

static MrValue yes_no(int r) { return r < 0 ? MR_ERROR : mr_bool(r); }
static MrValue builtin_isinstance(MrThread *t, MrValue *a) { return yes_no(mr_isinstance(t, a[0], a[1])); }
static MrValue builtin_issubclass(MrThread *t, MrValue *a) { return yes_no(mr_issubclass(t, a[0], a[1])); }
static MrValue builtin_callable(MrThread *t, MrValue *a) { return mr_bool(mr_callable(t, a[0])); }
static MrValue builtin_repr(MrThread *t, MrValue *a) { return mr_repr(t, a[0]); }
static MrValue builtin_ascii(MrThread *t, MrValue *a) { return mr_ascii(t, a[0]); }
static MrValue builtin_id(MrThread *t, MrValue *a) { return mr_int_u64(t, a[0]); }

static MrValue builtin_len(MrThread *t, MrValue *a)
{
    int64_t n = mr_len(t, a[0]);
    return n < 0 ? MR_ERROR : mr_int(t, n);
}

static MrValue builtin_hash(MrThread *t, MrValue *a)
{
    uint64_t h;
    return mr_hash(t, a[0], &h) ? mr_int(t, (int64_t)h) : MR_ERROR;
}

static MrValue builtin_format(MrThread *t, MrValue *a)
{
    if (a[1] != MR_UNBOUND && !mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "format() argument 2 must be str, not %s", mr_arg_type_name(t, a[1]));
    MrValue spec = a[1] == MR_UNBOUND ? mr_str_new(t, "", 0) : a[1];
    return spec == MR_ERROR ? spec : mr_format(t, a[0], spec);
}

/* ---- iterators ---- */

static MrValue builtin_iter(MrThread *t, MrValue *a)
{
    if (a[1] == MR_UNBOUND)
        return mr_iter(t, a[0]);
    if (!mr_callable(t, a[0]))
        return mr_raise(t, MR_EXC_TypeError, "iter(object, sentinel): object must be callable");
    MrValue it = mr_iter_new(t, MR_TYPE_callable_iterator, a[0]);
    if (it != MR_ERROR) {
        MR_ITER(it)->aux1 = a[1];
        mr_write_barrier(t, mr_obj_of(it), a[1]);
    }
    return it;
}

static MrValue builtin_next(MrThread *t, MrValue *a)
{
    MrType *type = mr_typeof(t, a[0]);
    if (!mr_type_ready(t, type))
        return MR_ERROR;
    if (mr_is_exact(a[0], MR_TYPE_generator)) { /* what it returns goes into the exception */
        MrValue v = mr_gen_send(t, (MrGenerator *)mr_obj_of(a[0]), MR_NONE);
        return v == MR_ERROR && a[1] != MR_UNBOUND && mr_clear_if(t, MR_EXC_StopIteration) ? a[1] : v;
    }
    if (type->next) {
        MrValue v = type->next(t, a[0]);
        if (v != MR_UNBOUND)
            return v == MR_ERROR && a[1] != MR_UNBOUND && mr_clear_if(t, MR_EXC_StopIteration) ? a[1] : v;
        if (a[1] != MR_UNBOUND)
            return a[1];
        return mr_raise_type_value(t, MR_EXC_StopIteration, MR_UNBOUND);
    }
    /* not mr_next: a StopIteration from script keeps its value and traceback */
    MrValue v = mr_call_slot(t, a[0], MR_SLOT_next, 0, NULL);
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object is not an iterator", mr_type_name(t, a[0]));
    if (v == MR_ERROR && a[1] != MR_UNBOUND && mr_clear_if(t, MR_EXC_StopIteration))
        return a[1];
    return v;
}

static MrValue builtin_aiter(MrThread *t, MrValue *a)
{
    MrValue it = mr_call_slot(t, a[0], MR_SLOT_aiter, 0, NULL);
    if (it == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object is not an async iterable", mr_type_name(t, a[0]));
    if (it != MR_ERROR && mr_slot(t, mr_typeof(t, it), MR_SLOT_anext) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "aiter() returned not an async iterator of type '%s'", mr_type_name(t, it));
    return it;
}

/* The awaitable of anext(iterator, default), vm/types/asyncgen.c. */
MrValue mr_anext_default(MrThread *t, MrValue awaitable, MrValue otherwise);

static MrValue builtin_anext(MrThread *t, MrValue *a)
{
    MrValue awaitable = mr_call_slot(t, a[0], MR_SLOT_anext, 0, NULL);
    if (awaitable == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object is not an async iterator", mr_type_name(t, a[0]));
    return awaitable == MR_ERROR || a[1] == MR_UNBOUND ? awaitable : mr_anext_default(t, awaitable, a[1]);
}

/* ---- functions whose code is script ---- */

static MrValue call_in(MrThread *t, const char *module, const char *name, MrValue args, MrValue keywords)
{
    MrValue m = mr_import(t, module), f = m == MR_ERROR ? m : mr_getattr_c(t, m, name);
    return f == MR_ERROR ? f : mr_call_kw(t, f, args, keywords);
}

static MrValue builtin_run(MrThread *t, MrValue *a) { return call_in(t, "asyncio", "run", a[0], a[1]); }

/* ---- exit, quit, copyright, credits, license, help ---- */

/* Stands for an object of _sitebuiltins, which is made when this is first used. */
typedef struct Lazy {
    MrObj h;
    MrValue real; /* MR_UNBOUND: not made yet */
    uint32_t row;
} Lazy;

static const struct LazyRow { const char *name, *cls, *text; } lazy_rows[] = {
    {"exit", "Quitter", "Ctrl-D (i.e. EOF)"},
    {"quit", "Quitter", "Ctrl-D (i.e. EOF)"},
    {"copyright", "_Printer", "Moray is free software under the MIT licence."},
    {"credits", "_Printer", "Moray is built on libuv, GMP and utf8proc, and speaks the language of the Python community."},
    {"license", "_Printer", "Moray is under the MIT licence: see the file LICENSE of its distribution."},
    {"help", "_Helper", NULL},
};

static MrValue real_of(MrThread *t, MrValue self)
{
    Lazy *l = (Lazy *)mr_obj_of(self);
    const struct LazyRow *row = &lazy_rows[l->row];
    if (l->real != MR_UNBOUND)
        return l->real;
    MrValue m = mr_import(t, "_sitebuiltins"), cls = m == MR_ERROR ? m : mr_getattr_c(t, m, row->cls);
    MrValue args[2] = {cls == MR_ERROR ? cls : mr_str_c(t, row->name), row->text ? mr_str_c(t, row->text) : MR_NONE};
    if (args[0] == MR_ERROR || args[1] == MR_ERROR)
        return MR_ERROR;
    MrValue real = mr_call(t, cls, row->text ? 2 : 0, args);
    if (real != MR_ERROR)
        l->real = real;
    return real;
}

static MrValue lazy_repr(MrThread *t, MrValue *a)
{
    MrValue real = real_of(t, a[0]);
    return real == MR_ERROR ? real : mr_repr(t, real);
}

static MrValue lazy_call(MrThread *t, MrValue *a)
{
    MrValue real = real_of(t, a[0]);
    return real == MR_ERROR ? real : mr_call_kw(t, real, a[1], a[2]);
}

static MrValue lazy_getattr(MrThread *t, MrValue *a)
{
    MrValue real = real_of(t, a[0]);
    return real == MR_ERROR ? real : mr_getattr(t, real, MR_STR(a[1]));
}

static void lazy_trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((Lazy *)o)->real); }

static const MrMethodDef lazy_methods[] = {
    {"__repr__(self, /)", lazy_repr, NULL, 0},
    {"__call__(self, /, *args, **kwargs)", lazy_call, NULL, 0},
    {"__getattr__(self, name, /)", lazy_getattr, NULL, 0},
    {0},
};

static const MrTypeDef lazy_type = {
    .name = "_sitebuiltins.Lazy", .kind = MR_KIND_OTHER, .size = sizeof(Lazy), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .methods = lazy_methods,
    .trace = lazy_trace,
};

static bool add_lazy(MrThread *t, MrModule *m)
{
    MrType *type = mr_type_from_def(t, &lazy_type);
    for (uint32_t i = 0; i < sizeof lazy_rows / sizeof *lazy_rows; i++) {
        Lazy *l = type ? mr_alloc_plain(t, sizeof *l, type) : NULL;
        if (!l)
            return false;
        l->row = i;
        if (!mr_module_add(t, m, lazy_rows[i].name, mr_val(l)))
            return false;
    }
    return true;
}

static const MrMethodDef functions[] = {
    {"__build_class__(*args, **kwds)", builtin_build_class, "Run the body of a class statement and make the class.", 0},
    {"__import__(name, globals=None, locals=None, fromlist=(), level=0)", builtin_import,
     "Import a module.\n\nThe import statement calls this function. When importing a dotted name, the first module of the\npath is returned unless "
     "fromlist is not empty. level > 0 makes the import relative.", 0},
    {"abs(x, /)", builtin_abs, "How far x is from 0, from its __abs__().", 0},
    {"all(iterable, /)", builtin_all, "Whether no item is false; true for an empty iterable, too.", 0},
    {"any(iterable, /)", builtin_any, "Whether at least one item is true; false for an empty iterable.", 0},
    {"ascii(obj, /)", builtin_ascii, "repr(), with everything that is not ASCII escaped.", 0},
    {"bin(number, /)", builtin_bin, "The number in base 2, as text: bin(10) is '0b1010'.", 0},
    {"breakpoint(*args, **kws)", builtin_breakpoint, "Enter the debugger here, by way of sys.breakpointhook().", 0},
    {"callable(obj, /)", builtin_callable, "Whether the object can be called; calling may still fail.", 0},
    {"chr(i, /)", builtin_chr, "The character that has code point i.", 0},
    {"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", builtin_compile,
     "Turn source text, or a tree of the ast module, into a code object for exec() and eval(). filename is for error messages; mode is \"exec\", "
     "\"eval\" or \"single\".", 0},
    {"delattr(obj, name, /)", builtin_delattr, "Remove an attribute by its name: del x.y for delattr(x, 'y').", 0},
    {"dir(object=None, /)", builtin_dir,
     "Without arguments, the names in the current scope. Otherwise a sorted list of the names that are attributes of\nthe object.", 0},
    {"divmod(x, y, /)", builtin_divmod, "The pair (x // y, x % y).", 0},
    {"eval(source, globals=None, locals=None, /)", builtin_eval,
     "The value of one expression, given as text or code object. Without namespaces it sees those of the caller.", 0},
    {"exec(source, globals=None, locals=None, /, *, closure=None)", builtin_exec,
     "Run statements, given as text or code object. Without namespaces they use those of the caller.", 0},
    {"format(value, format_spec='', /)", builtin_format, "The text for value that format_spec asks for, such as '.2f' or '>10'.", 0},
    {"getattr(object, name, default=None, /)", builtin_getattr,
     "The attribute called name, as in object.name. If there is none: default if given, otherwise AttributeError.", 0},
    {"globals()", builtin_globals, "The variables of the module in which the caller is defined, as its real dictionary.", 0},
    {"hasattr(obj, name, /)", builtin_hasattr, "Whether getattr(obj, name) would find something; only AttributeError counts as no.", 0},
    {"hash(obj, /)", builtin_hash, "An int that is the same for equal objects; raises TypeError for what cannot be hashed.", 0},
    {"hex(number, /)", builtin_hex, "The number in base 16, as text: hex(255) is '0xff'.", 0},
    {"id(obj, /)", builtin_id, "A number that no other object has during this one's life.", 0},
    {"input(prompt='', /)", builtin_input,
     "Show prompt, read a line from the user and return it without its newline; raises EOFError at the end of input.", 0},
    {"isinstance(obj, class_or_tuple, /)", builtin_isinstance,
     "Whether obj is of the class, of one derived from it, or of any class in a tuple or union.", 0},
    {"issubclass(cls, class_or_tuple, /)", builtin_issubclass,
     "Whether cls is the class, derives from it, or from any class in a tuple or union.", 0},
    {"iter(object, sentinel=None, /)", builtin_iter,
     "An iterator over an iterable; or, with a sentinel, one that calls a function until it returns the sentinel.", 0},
    {"aiter(async_iterable, /)", builtin_aiter, "The async iterator that x.__aiter__() gives.", 0},
    {"len(obj, /)", builtin_len, "How many items the container holds, from its __len__().", 0},
    {"locals()", builtin_locals, "The variables of the caller by name; in a function, a snapshot.", 0},
    {"max(*args, key=None, default=None)", builtin_max,
     "The largest item of an iterable, or of several arguments. key computes what is compared; default is for an empty iterable, which otherwise "
     "raises ValueError.", MR_METHOD_PARSED | MR_METHOD_TUPLE},
    {"min(*args, key=None, default=None)", builtin_min,
     "The smallest item of an iterable, or of several arguments. key computes what is compared; default is for an empty iterable, which otherwise "
     "raises ValueError.", MR_METHOD_PARSED | MR_METHOD_TUPLE},
    {"next(iterator, default=None, /)", builtin_next, "The iterator's next value; at its end default, or StopIteration without one.", 0},
    {"anext(aiterator, default=None, /)", builtin_anext,
     "Awaitable for the next value of an async iterator; at its end default, or StopAsyncIteration without one.", 0},
    {"oct(number, /)", builtin_oct, "The number in base 8, as text: oct(8) is '0o10'.", 0},
    {"ord(c, /)", builtin_ord, "The number of a character: its code point, or the value of a single byte.", 0},
    {"pow(base, exp, mod=None)", builtin_pow,
     "base to the power of exp; with mod, the remainder of that, computed without large intermediate numbers.", 0},
    {"print(*args, sep=' ', end='\\n', file=None, flush=False)", builtin_print,
     "Write the values as text with sep between them and end after them, to file (sys.stdout by default); flush forces it out at once.", 0},
    {"repr(obj, /)", builtin_repr, "Text for developers; for many types it could be typed in to get an equal object.", 0},
    {"round(number, ndigits=None)", builtin_round,
     "number rounded to ndigits decimals, halves to the even side; to a whole int if ndigits is None.", 0},
    {"run(*args, **kwargs)", builtin_run, "Run a coroutine on a new event loop and return what it returns: asyncio.run().", 0},
    {"setattr(obj, name, value, /)", builtin_setattr, "Assign an attribute by its name: x.y = v for setattr(x, 'y', v).", 0},
    {"sorted(iterable, /, *, key=None, reverse=False)", builtin_sorted,
     "A list of the items in order, the smallest first, or the largest with reverse. key computes what is compared; equal items keep their order.", 0},
    {"sum(iterable, /, start=0)", builtin_sum, "start plus all items of the iterable.", 0},
    {"vars(object=None, /)", builtin_vars, "The __dict__ of an object; without an argument the same as locals().", 0},
    {"open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", mr_io_open,
     "Open a file and return a stream: text by default, bytes with \"b\" in mode. Raises OSError when it cannot be opened.", 0},
    {0},
};

/* In the order in which vars(builtins) has them: of several names that are as near to a wrong one, the first is suggested. */
static const MrTypeId types[] = {
    MR_TYPE_bool, MR_TYPE_memoryview, MR_TYPE_bytearray, MR_TYPE_bytes, MR_TYPE_classmethod, MR_TYPE_complex, MR_TYPE_dict, MR_TYPE_enumerate,
    MR_TYPE_filter, MR_TYPE_float, MR_TYPE_frozenset, MR_TYPE_property, MR_TYPE_int, MR_TYPE_list, MR_TYPE_map, MR_TYPE_object, MR_TYPE_range,
    MR_TYPE_reversed, MR_TYPE_set, MR_TYPE_slice, MR_TYPE_staticmethod, MR_TYPE_str, MR_TYPE_super, MR_TYPE_tuple, MR_TYPE_type, MR_TYPE_zip,
    MR_EXC_BaseException, MR_EXC_BaseExceptionGroup, MR_EXC_Exception, MR_EXC_GeneratorExit, MR_EXC_KeyboardInterrupt, MR_EXC_SystemExit,
    MR_EXC_ArithmeticError, MR_EXC_AssertionError, MR_EXC_AttributeError, MR_EXC_BufferError, MR_EXC_EOFError, MR_EXC_ImportError, MR_EXC_LookupError,
    MR_EXC_MemoryError, MR_EXC_NameError, MR_EXC_OSError, MR_EXC_ReferenceError, MR_EXC_RuntimeError, MR_EXC_StopAsyncIteration, MR_EXC_StopIteration,
    MR_EXC_SyntaxError, MR_EXC_SystemError, MR_EXC_TypeError, MR_EXC_ValueError, MR_EXC_Warning, MR_EXC_FloatingPointError, MR_EXC_OverflowError,
    MR_EXC_ZeroDivisionError, MR_EXC_BytesWarning, MR_EXC_DeprecationWarning, MR_EXC_EncodingWarning, MR_EXC_FutureWarning, MR_EXC_ImportWarning,
    MR_EXC_PendingDeprecationWarning, MR_EXC_ResourceWarning, MR_EXC_RuntimeWarning, MR_EXC_SyntaxWarning, MR_EXC_UnicodeWarning, MR_EXC_UserWarning,
    MR_EXC_BlockingIOError, MR_EXC_ChildProcessError, MR_EXC_ConnectionError, MR_EXC_FileExistsError, MR_EXC_FileNotFoundError,
    MR_EXC_InterruptedError, MR_EXC_IsADirectoryError, MR_EXC_NotADirectoryError, MR_EXC_PermissionError, MR_EXC_ProcessLookupError,
    MR_EXC_TimeoutError, MR_EXC_IndentationError, MR_EXC_IndexError, MR_EXC_KeyError, MR_EXC_ModuleNotFoundError, MR_EXC_NotImplementedError,
    MR_EXC_RecursionError, MR_EXC_UnboundLocalError, MR_EXC_UnicodeError, MR_EXC_BrokenPipeError, MR_EXC_ConnectionAbortedError,
    MR_EXC_ConnectionRefusedError, MR_EXC_ConnectionResetError, MR_EXC_TabError, MR_EXC_UnicodeDecodeError, MR_EXC_UnicodeEncodeError,
    MR_EXC_UnicodeTranslateError, MR_EXC_ExceptionGroup,
};

static bool init(MrThread *t, MrModule *m)
{
    static const struct { const char *name; MrValue value; } constants[] = {
        {"None", MR_NONE}, {"Ellipsis", MR_ELLIPSIS}, {"NotImplemented", MR_NOT_IMPLEMENTED}, {"False", MR_FALSE}, {"True", MR_TRUE}};
    static const struct { const char *name; MrTypeId id; } aliases[] = {{"EnvironmentError", MR_EXC_OSError}, {"IOError", MR_EXC_OSError}};
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!mr_module_add(t, m, constants[i].name, constants[i].value))
            return false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!mr_dict_set_str(t, m->dict, mr_builtin_type(t, types[i])->name, mr_type_val(t, types[i])))
            return false;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (!mr_module_add(t, m, aliases[i].name, mr_type_val(t, aliases[i].id)))
            return false;
    return add_lazy(t, m) && mr_module_add(t, m, "__debug__", mr_bool(t->iso->optimize == 0));
}

const MrModuleDef mr_module_builtins = {
    .name = "builtins",
    .functions = functions,
    .init = init,
    .doc = "The names that every module sees without an import.",
};
