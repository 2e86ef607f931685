/* complex: a pair of doubles. Arithmetic is in number.c, cmath's functions in stdlib/native/cmath.c. */
#include <math.h>

#include "base/numtext.h"
#include "vm/types/float.h"
#include "vm/types/format.h"
#include "vm/types/int.h"
#include "vm/types/number.h"

#define SELF(v) ((MrComplex *)mr_obj_of(v))

MrValue mr_complex(MrThread *t, double re, double im)
{
    MrComplex *c = mr_alloc(t, sizeof *c, MR_KIND_COMPLEX, MR_TYPE_complex);
    if (c == NULL)
        return MR_ERROR;
    c->real = re;
    c->imag = im;
    return mr_val(c);
}

/* ---- construction ---- */

/* Text is a float, a float with j, or both in this order, in optional parentheses; a bare j is 1j. */
static bool parse_complex(const char *p, size_t n, MrCpx *out)
{
    const char *end = p + n;
    bool parenthesis = n > 0 && *p == '(';
    double x;
    size_t used;
    *out = (MrCpx){0.0, 0.0};
    if (parenthesis) {
        if (end[-1] != ')')
            return false;
        for (p++, end--; p < end && *p == ' '; p++)
            ;
        while (end > p && end[-1] == ' ')
            end--;
    }
    used = mr_float_scan(p, (size_t)(end - p), &x);
    p += used;
    if (used > 0 && p == end) {
        out->re = x;
        return true;
    }
    if (used > 0 && (*p == '+' || *p == '-')) {
        out->re = x;
        used = mr_float_scan(p, (size_t)(end - p), &x);
        p += used;
    }
    if (used == 0) {
        if (p == end)
            return false;
        x = *p == '-' ? -1.0 : 1.0;
        p += *p == '+' || *p == '-';
    }
    out->im = x;
    return end - p == 1 && (*p == 'j' || *p == 'J');
}

static bool from_text(MrThread *t, MrStr *s, MrCpx *out)
{
    size_t n;
    const char *text = mr_number_text(t, s, &n);
    int ok = text == NULL ? -1 : mr_float_clean(t, text, n, &text, &n);
    if (ok < 0)
        return false;
    if (ok && parse_complex(text, n, out))
        return true;
    if (!ok) { /* for its underscores */
        MrValue shown = mr_repr(t, mr_val(s));
        if (shown != MR_ERROR)
            (void)mr_raise(t, MR_EXC_ValueError, "could not convert string to complex: %s", mr_cstr(shown));
        return false;
    }
    (void)mr_raise(t, MR_EXC_ValueError, "complex() arg is a malformed string");
    return false;
}

static bool is_number(MrThread *t, MrValue v)
{
    MrType *type = mr_typeof(t, v);
    return mr_slot(t, type, MR_SLOT_float) != MR_UNBOUND || mr_slot(t, type, MR_SLOT_index) != MR_UNBOUND;
}

/* v.__complex__() if it has one: 1 done, 0 it has none, -1 error. */
static int convert(MrThread *t, MrValue v, MrCpx *out)
{
    MrValue r;
    if (mr_is_exact(v, MR_TYPE_complex)) {
        *out = (MrCpx){SELF(v)->real, SELF(v)->imag};
        return 1;
    }
    if (mr_is_int(v) || mr_is_float(v))
        return 0;
    r = mr_call_slot(t, v, MR_SLOT_complex, 0, NULL);
    if (r == MR_UNBOUND)
        return 0;
    if (r == MR_ERROR)
        return -1;
    if (!mr_is_kind(r, MR_KIND_COMPLEX)) {
        (void)mr_raise(t, MR_EXC_TypeError, "__complex__ returned non-complex (type %s)", mr_type_name(t, r));
        return -1;
    }
    if (!mr_is_exact(r, MR_TYPE_complex) &&
        !mr_warn(t, MR_EXC_DeprecationWarning,
                 "__complex__ returned non-complex (type %s).  The ability to return an instance of a strict subclass of complex is "
                 "deprecated, and may be removed in a future version of Python.", mr_type_name(t, r)))
        return -1;
    *out = (MrCpx){SELF(r)->real, SELF(r)->imag};
    return 1;
}

bool mr_to_complex(MrThread *t, MrValue v, MrCpx *out)
{
    int done;
    out->im = 0.0;
    done = convert(t, v, out);
    return done > 0 || (done == 0 && mr_to_double(t, v, &out->re));
}

static MrValue complex_new(MrThread *t, MrValue *a)
{
    MrCpx re = {0.0, 0.0}, im = {0.0, 0.0};
    MrComplex *c;
    int is_complex = 0;
    if (!mr_check_new(t, a[0], MR_TYPE_complex))
        return MR_ERROR;
    if (mr_is_exact(a[1], MR_TYPE_complex) && a[2] == MR_UNBOUND && a[0] == mr_type_val(t, MR_TYPE_complex))
        return a[1];
    if (a[1] != MR_UNBOUND && mr_is_str(a[1])) {
        if (a[2] != MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "complex() can't take second arg if first is a string");
        if (!from_text(t, MR_STR(a[1]), &re))
            return MR_ERROR;
        im.re = re.im;
        goto make;
    }
    if (a[2] != MR_UNBOUND && mr_is_str(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "complex() second arg can't be a string");
    if (a[1] != MR_UNBOUND) {
        is_complex = convert(t, a[1], &re);
        if (is_complex < 0)
            return MR_ERROR;
        if (!is_complex && !is_number(t, a[1]))
            return mr_raise(t, MR_EXC_TypeError, "complex() first argument must be a string or a number, not '%s'", mr_type_name(t, a[1]));
    }
    if (a[2] != MR_UNBOUND && !mr_is_kind(a[2], MR_KIND_COMPLEX) && !is_number(t, a[2]))
        return mr_raise(t, MR_EXC_TypeError, "complex() second argument must be a number, not '%s'", mr_type_name(t, a[2]));
    if (a[1] != MR_UNBOUND && !is_complex && !mr_to_double(t, a[1], &re.re))
        return MR_ERROR;
    if (a[2] == MR_UNBOUND) {
        im.re = re.im;
    } else {
        if (mr_is_kind(a[2], MR_KIND_COMPLEX)) {
            im = (MrCpx){SELF(a[2])->real, SELF(a[2])->imag};
            re.re -= im.im; /* the imaginary part of an imaginary part counts as real */
        } else if (!mr_to_double(t, a[2], &im.re)) {
            return MR_ERROR;
        }
        if (is_complex)
            im.re += re.im;
    }
make:
    if (a[0] == mr_type_val(t, MR_TYPE_complex))
        return mr_complex(t, re.re, im.re);
    c = mr_alloc_instance(t, sizeof *c, MR_TYPE(a[0]));
    if (c == NULL)
        return MR_ERROR;
    c->real = re.re;
    c->imag = im.re;
    return mr_val(c);
}

/* ---- operators ---- */

static bool is_numeric(MrValue v) { return mr_is_floating(v) || mr_is_integer(v) || mr_is_kind(v, MR_KIND_COMPLEX); }

#define BINARY(name, op)                                                                       \
    static MrValue complex_##name(MrThread *t, MrValue *a)                                     \
    {                                                                                          \
        return is_numeric(a[1]) ? mr_number_binop(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED;     \
    }                                                                                          \
    static MrValue complex_r##name(MrThread *t, MrValue *a)                                    \
    {                                                                                          \
        return is_numeric(a[1]) ? mr_number_binop(t, op, a[1], a[0]) : MR_NOT_IMPLEMENTED;     \
    }
BINARY(add, MR_BIN_ADD)
BINARY(sub, MR_BIN_SUB)
BINARY(mul, MR_BIN_MUL)
BINARY(truediv, MR_BIN_TRUEDIV)
#undef BINARY

static MrValue complex_eq(MrThread *t, MrValue *a) { return mr_number_compare(t, MR_CMP_EQ, a[0], a[1]); }
static MrValue complex_ne(MrThread *t, MrValue *a) { return mr_number_compare(t, MR_CMP_NE, a[0], a[1]); }
static MrValue complex_unordered(MrThread *t, MrValue *a) { return (void)t, (void)a, MR_NOT_IMPLEMENTED; }

static MrValue power(MrThread *t, MrValue base, MrValue exponent, MrValue mod)
{
    if (!is_numeric(base) || !is_numeric(exponent))
        return MR_NOT_IMPLEMENTED;
    if (mod != MR_UNBOUND && mod != MR_NONE)
        return mr_raise(t, MR_EXC_ValueError, "complex modulo");
    return mr_number_binop(t, MR_BIN_POW, base, exponent);
}

static MrValue complex_pow(MrThread *t, MrValue *a) { return power(t, a[0], a[1], a[2]); }
static MrValue complex_rpow(MrThread *t, MrValue *a) { return power(t, a[1], a[0], a[2]); }
static MrValue complex_neg(MrThread *t, MrValue *a) { return mr_complex(t, -SELF(a[0])->real, -SELF(a[0])->imag); }
static MrValue complex_itself(MrThread *t, MrValue *a)
{
    return mr_is_exact(a[0], MR_TYPE_complex) ? a[0] : mr_complex(t, SELF(a[0])->real, SELF(a[0])->imag);
}
static MrValue complex_conjugate(MrThread *t, MrValue *a) { return mr_complex(t, SELF(a[0])->real, -SELF(a[0])->imag); }
static MrValue complex_bool(MrThread *t, MrValue *a) { return (void)t, mr_bool(SELF(a[0])->real != 0.0 || SELF(a[0])->imag != 0.0); }
static MrValue complex_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_number_hash(t, a[0], &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}

static MrValue complex_abs(MrThread *t, MrValue *a)
{
    MrComplex *c = SELF(a[0]);
    double d = hypot(c->real, c->imag);
    if (isinf(d) && isfinite(c->real) && isfinite(c->imag))
        return mr_raise(t, MR_EXC_OverflowError, "absolute value too large");
    return mr_float(d);
}

/* The imaginary part alone when the real one is +0, else both in parentheses. */
static MrValue complex_repr(MrThread *t, MrValue *a)
{
    MrComplex *c = SELF(a[0]);
    MrBuf buf = MR_BUF_EMPTY;
    bool alone = c->real == 0.0 && !signbit(c->real);
    if (!alone) {
        mr_buf_putc(&buf, '(');
        mr_format_double_to(&buf, c->real, 'r', 0, 0);
        if (isnan(c->imag) || !signbit(c->imag))
            mr_buf_putc(&buf, '+');
    }
    mr_format_double_to(&buf, c->imag, 'r', 0, 0);
    mr_buf_puts(&buf, alone ? "j" : "j)");
    return mr_str_buf(t, &buf);
}

static MrValue complex_format(MrThread *t, MrValue *a)
{
    MrStr *spec = mr_format_spec(t, a[1]);
    return spec == NULL ? MR_ERROR : mr_format_complex(t, a[0], spec);
}

static MrValue complex_getnewargs(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_float(SELF(a[0])->real), mr_float(SELF(a[0])->imag)};
    return mr_tuple_from(t, pair, 2);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, real=0, imag=0)", complex_new, "Create a complex number from numbers or text.", MR_METHOD_STATIC},
    {"__repr__(self, /)", complex_repr, NULL, 0},
    {"__hash__(self, /)", complex_hash, NULL, 0},
    {"__format__(self, format_spec, /)", complex_format, "The text that format_spec describes, see the format mini-language.", 0},
    {"__lt__(self, value, /)", complex_unordered, NULL, 0},
    {"__le__(self, value, /)", complex_unordered, NULL, 0},
    {"__eq__(self, value, /)", complex_eq, NULL, 0},
    {"__ne__(self, value, /)", complex_ne, NULL, 0},
    {"__gt__(self, value, /)", complex_unordered, NULL, 0},
    {"__ge__(self, value, /)", complex_unordered, NULL, 0},
    {"__add__(self, value, /)", complex_add, NULL, 0},
    {"__radd__(self, value, /)", complex_radd, NULL, 0},
    {"__sub__(self, value, /)", complex_sub, NULL, 0},
    {"__rsub__(self, value, /)", complex_rsub, NULL, 0},
    {"__mul__(self, value, /)", complex_mul, NULL, 0},
    {"__rmul__(self, value, /)", complex_rmul, NULL, 0},
    {"__truediv__(self, value, /)", complex_truediv, NULL, 0},
    {"__rtruediv__(self, value, /)", complex_rtruediv, NULL, 0},
    {"__pow__(self, value, mod=None, /)", complex_pow, NULL, 0},
    {"__rpow__(self, value, mod=None, /)", complex_rpow, NULL, 0},
    {"__neg__(self, /)", complex_neg, NULL, 0},
    {"__pos__(self, /)", complex_itself, NULL, 0},
    {"__abs__(self, /)", complex_abs, NULL, 0},
    {"__bool__(self, /)", complex_bool, NULL, 0},
    {"__complex__(self, /)", complex_itself, "The number itself, as a plain complex.", 0},
    {"__getnewargs__(self, /)", complex_getnewargs, "The arguments for making it again.", 0},
    {"conjugate(self, /)", complex_conjugate, "The complex conjugate.", 0},
    {0},
};

static MrValue get_real(MrThread *t, MrValue self) { return (void)t, mr_float(SELF(self)->real); }
static MrValue get_imag(MrThread *t, MrValue self) { return (void)t, mr_float(SELF(self)->imag); }

static bool set_nothing(MrThread *t, MrValue self, MrValue value)
{
    (void)self, (void)value;
    (void)mr_raise(t, MR_EXC_AttributeError, "readonly attribute");
    return false;
}

static const MrGetSetDef getset[] = {
    {"real", get_real, set_nothing, "The real part."},
    {"imag", get_imag, set_nothing, "The imaginary part."},
    {0},
};

const MrTypeDef mr_complex_type = {
    .name = "complex",
    .kind = MR_KIND_COMPLEX,
    .size = sizeof(MrComplex),
    .methods = methods,
    .getset = getset,
    .doc = "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, "
           "convert it to a complex number.\nIf the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and "
           "imaginary components.",
};
