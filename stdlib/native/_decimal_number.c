/* The class decimal.Decimal: making numbers, conversions, operators, and the methods that pass an operation its context.
 *
 * What operations do is in the other files; here are only their forms as methods.
 */
#include <math.h>

#include "base/numtext.h"
#include "stdlib/native/_decimal.h"
#include "vm/type.h"
#include "vm/signature.h"

/* ---- making ---- */

/* The number as an instance of cls. */
static MrValue as_class(MrThread *t, MrValue v, MrValue cls)
{
    if (v == MR_ERROR || cls == mr_val(mr_dec_state(t)->number))
        return v;
    MrDec *d = mr_alloc_instance(t, sizeof *d, MR_TYPE(cls)), *from = MR_DEC(v);
    if (!d)
        return MR_ERROR;
    d->h.aux = from->h.aux;
    d->e = from->e;
    d->lo = from->lo;
    d->hi = from->hi;
    mr_hold(v);
    return mr_val(d);
}

static MrValue dec_new(MrThread *t, MrValue *a)
{
    bool exact = a[0] == mr_val(mr_dec_state(t)->number);
    if (!exact && !mr_def_accepts(t, &mr_dec_def, a[0]))
        return MR_ERROR;
    MrDecContext *c = NULL;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE && !(c = mr_dec_context_arg(t, a[2])))
        return MR_ERROR;
    if (a[1] == MR_UNBOUND)
        return as_class(t, mr_dec_make_u128(t, 0, 0, 0), a[0]);
    if (exact && mr_is_obj(a[1]) && mr_obj_of(a[1])->shape == mr_dec_state(t)->shape)
        return a[1];
    return as_class(t, mr_dec_of(t, a[1], c), a[0]);
}

static MrValue dec_from_float(MrThread *t, MrValue *a)
{
    MrValue v;
    double d;
    if (mr_is_integer(a[1]))
        v = mr_dec_of_int(t, a[1]);
    else if (!mr_isinstance_of(t, a[1], MR_TYPE_float))
        return mr_raise(t, MR_EXC_TypeError, "argument must be int or float");
    else
        v = mr_to_double(t, a[1], &d) ? mr_dec_of_double(t, d) : MR_ERROR;
    return v == MR_ERROR || a[0] == mr_val(mr_dec_state(t)->number) ? v : mr_call1(t, a[0], v);
}

MrValue mr_dec_operand(MrThread *t, MrValue v)
{
    if (MR_LIKELY(mr_is_dec(t, v)))
        return v;
    return mr_is_integer(v) ? mr_dec_of_int(t, v) : MR_NOT_IMPLEMENTED;
}

MrValue mr_dec_strict_operand(MrThread *t, MrValue v)
{
    v = mr_dec_operand(t, v == MR_UNBOUND ? MR_NONE : v) == MR_NOT_IMPLEMENTED
            ? mr_raise(t, MR_EXC_TypeError, "conversion from %s to Decimal is not supported", mr_type_name(t, v))
            : mr_dec_operand(t, v);
    return v;
}

/* ---- operators ---- */

#define OPERATOR(name)                                                                                   \
    static MrValue dec_##name(MrThread *t, MrValue *a)                                                   \
    {                                                                                                    \
        MrValue b = mr_dec_operand(t, a[1]);                                                             \
        if (b == MR_ERROR || b == MR_NOT_IMPLEMENTED)                                                    \
            return b;                                                                                    \
        MrDecContext *c = mr_dec_current(t);                                                             \
        return c ? mr_dec_##name(t, a[0], b, c) : MR_ERROR;                                              \
    }                                                                                                    \
    static MrValue dec_r##name(MrThread *t, MrValue *a)                                                  \
    {                                                                                                    \
        MrValue b = mr_dec_operand(t, a[1]);                                                             \
        if (b == MR_ERROR || b == MR_NOT_IMPLEMENTED)                                                    \
            return b;                                                                                    \
        MrDecContext *c = mr_dec_current(t);                                                             \
        return c ? mr_dec_##name(t, b, a[0], c) : MR_ERROR;                                              \
    }
OPERATOR(add)
OPERATOR(sub)
OPERATOR(mul)
OPERATOR(div)
OPERATOR(floordiv)
OPERATOR(mod)
OPERATOR(divmod)
#undef OPERATOR

static MrValue power(MrThread *t, MrValue x, MrValue y, MrValue modulo)
{
    x = mr_dec_operand(t, x);
    y = x == MR_ERROR || x == MR_NOT_IMPLEMENTED ? x : mr_dec_operand(t, y);
    if (y == MR_ERROR || y == MR_NOT_IMPLEMENTED)
        return y;
    if (modulo == MR_UNBOUND)
        modulo = MR_NONE;
    if (modulo != MR_NONE && ((modulo = mr_dec_operand(t, modulo)) == MR_ERROR || modulo == MR_NOT_IMPLEMENTED))
        return modulo;
    MrDecContext *c = mr_dec_current(t);
    return c ? mr_dec_power(t, x, y, modulo, c) : MR_ERROR;
}

static MrValue dec_pow(MrThread *t, MrValue *a) { return power(t, a[0], a[1], a[2]); }
static MrValue dec_rpow(MrThread *t, MrValue *a) { return power(t, a[1], a[0], a[2]); }

#define SIGN_OPERATOR(name)                                       \
    static MrValue dec_##name(MrThread *t, MrValue *a)            \
    {                                                             \
        MrDecContext *c = mr_dec_current(t);                      \
        return c ? mr_dec_##name(t, a[0], c) : MR_ERROR;          \
    }
SIGN_OPERATOR(plus)
SIGN_OPERATOR(minus)
SIGN_OPERATOR(abs)
#undef SIGN_OPERATOR

#define COMPARISON(name, op) \
    static MrValue dec_##name(MrThread *t, MrValue *a) { return mr_dec_richcompare(t, op, a[0], a[1]); }
COMPARISON(lt, MR_CMP_LT)
COMPARISON(le, MR_CMP_LE)
COMPARISON(eq, MR_CMP_EQ)
COMPARISON(ne, MR_CMP_NE)
COMPARISON(gt, MR_CMP_GT)
COMPARISON(ge, MR_CMP_GE)
#undef COMPARISON

static MrValue dec_bool(MrThread *t, MrValue *a) { return (void)t, mr_bool(!mr_dec_is_zero(MR_DEC(a[0]))); }

static MrValue dec_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_dec_hash(t, MR_DEC(a[0]), &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}

/* ---- as other types ---- */

static MrValue dec_str(MrThread *t, MrValue *a)
{
    MrDecContext *c = mr_dec_current(t);
    return c ? mr_dec_text(t, MR_DEC(a[0]), false, c->capitals) : MR_ERROR;
}

static MrValue dec_repr(MrThread *t, MrValue *a)
{
    MrValue text = dec_str(t, a);
    if (text == MR_ERROR)
        return text;
    const MrStr *s = MR_STR(text);
    char *to;
    MrValue r = mr_str_ascii(t, s->nbytes + 11, &to);
    if (r == MR_ERROR)
        return r;
    memcpy(to, "Decimal('", 9);
    memcpy(to + 9, s->bytes, s->nbytes);
    memcpy(to + 9 + s->nbytes, "')", 2);
    mr_hold(text);
    return r;
}

static MrValue dec_format(MrThread *t, MrValue *a) { return mr_dec_format(t, a[0], a[1], a[2]); }

static MrValue dec_to_eng_string(MrThread *t, MrValue *a)
{
    MrDecContext *c = mr_dec_context_arg(t, a[1]);
    return c ? mr_dec_text(t, MR_DEC(a[0]), true, c->capitals) : MR_ERROR;
}

static MrValue to_int(MrThread *t, MrValue v, unsigned mode)
{
    const MrDec *d = MR_DEC(v);
    if (mr_dec_kind(d) == MR_DEC_INFINITE)
        return mr_raise(t, MR_EXC_OverflowError, "cannot convert Infinity to integer");
    if (mr_dec_kind(d))
        return mr_raise(t, MR_EXC_ValueError, "cannot convert NaN to integer");
    MrCoef n, r;
    mr_coef_of(&n, d);
    if (mr_dec_rescale(t, &r, &n, d->e, 0, mode, mr_dec_sign(d)) < 0)
        return MR_ERROR;
    mr_hold(v);
    return mr_coef_int(t, &r, mr_dec_sign(d));
}

static MrValue dec_int(MrThread *t, MrValue *a) { return to_int(t, a[0], MR_DEC_DOWN); }
static MrValue dec_floor(MrThread *t, MrValue *a) { return to_int(t, a[0], MR_DEC_FLOOR); }
static MrValue dec_ceil(MrThread *t, MrValue *a) { return to_int(t, a[0], MR_DEC_CEILING); }

static MrValue dec_round(MrThread *t, MrValue *a)
{
    if (a[1] == MR_UNBOUND || a[1] == MR_NONE)
        return to_int(t, a[0], MR_DEC_HALF_EVEN);
    if (!mr_is_integer(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "optional arg must be an integer");
    int64_t places;
    if (!mr_int_as_i64(a[1], &places))
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C ssize_t");
    MrDecContext *c = mr_dec_current(t);
    MrValue unit = c ? mr_dec_make_u128(t, 0, places == INT64_MIN ? INT64_MAX : -places, 1) : MR_ERROR;
    return unit == MR_ERROR ? MR_ERROR : mr_dec_quantize(t, a[0], unit, c, c->rounding);
}

static bool to_double(MrThread *t, MrValue v, double *out)
{
    const MrDec *d = MR_DEC(v);
    bool negative = mr_dec_sign(d);
    if (mr_dec_kind(d) == MR_DEC_SNAN)
        return (void)mr_raise(t, MR_EXC_ValueError, "cannot convert signaling NaN to float"), false;
    if (mr_dec_kind(d))
        *out = mr_dec_kind(d) == MR_DEC_INFINITE ? INFINITY : NAN;
    else if (mr_dec_is_zero(d) || d->e < -2000000000)
        *out = 0;
    else if (d->e > 400)
        *out = INFINITY;
    else if (!(d->h.aux & MR_DEC_BIG) && !d->hi && d->lo <= (uint64_t)1 << 53 && d->e <= 0 && d->e >= -19) {
        *out = (double)d->lo / (double)(uint64_t)mr_dec_powers[-d->e]; /* two exact numbers up to 10^22 */
    } else {
        MrValue positive = mr_dec_with_sign(t, d, 0), text = positive == MR_ERROR ? positive : mr_dec_text(t, MR_DEC(positive), false, true);
        if (text == MR_ERROR)
            return false;
        mr_double_parse(mr_cstr(text), MR_STR(text)->nbytes, out);
        mr_hold(text);
    }
    if (negative)
        *out = -*out;
    return true;
}

static MrValue dec_float(MrThread *t, MrValue *a)
{
    double d;
    return to_double(t, a[0], &d) ? mr_float(d) : MR_ERROR;
}

static MrValue dec_complex(MrThread *t, MrValue *a)
{
    double d;
    return to_double(t, a[0], &d) ? mr_complex(t, d, 0) : MR_ERROR;
}

static MrValue dec_as_tuple(MrThread *t, MrValue *a)
{
    static const char *const kinds[] = {NULL, "F", "n", "N"};
    const MrDec *d = MR_DEC(a[0]);
    MrValue parts[3] = {mr_small_int(mr_dec_sign(d))};
    char small[40];
    size_t n;
    MrCoef c;
    mr_coef_of(&c, d);
    const char *digits = mr_coef_text(t, &c, small, &n);
    if (!digits)
        return MR_ERROR;
    if (mr_dec_is_nan(d) && !c.n)
        n = 0;
    parts[1] = mr_tuple_new(t, n);
    parts[2] = parts[1] == MR_ERROR ? MR_ERROR : mr_dec_kind(d) ? mr_str_c(t, kinds[mr_dec_kind(d)]) : mr_int(t, d->e);
    if (parts[2] == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < n; i++)
        MR_TUPLE(parts[1])->items[i] = mr_small_int(digits[i] - '0');
    MrValue cls = mr_dec_signals(t, "DecimalTuple");
    return cls == MR_ERROR ? cls : mr_call(t, cls, 3, parts);
}

static MrValue dec_as_integer_ratio(MrThread *t, MrValue *a)
{
    const MrDec *d = MR_DEC(a[0]);
    if (mr_dec_kind(d) == MR_DEC_INFINITE)
        return mr_raise(t, MR_EXC_OverflowError, "cannot convert Infinity to integer ratio");
    if (mr_dec_kind(d))
        return mr_raise(t, MR_EXC_ValueError, "cannot convert NaN to integer ratio");
    MrCoef n, scaled;
    mr_coef_of(&n, d);
    MrValue pair[2] = {mr_small_int(0), mr_small_int(1)};
    if (n.n) {
        if (!mr_coef_scale(t, &scaled, &n, d->e > 0 ? d->e : 0) || (pair[0] = mr_coef_int(t, &scaled, mr_dec_sign(d))) == MR_ERROR)
            return MR_ERROR;
        if (d->e < 0) {
            if (!mr_coef_power10(t, &scaled, -d->e) || (pair[1] = mr_coef_int(t, &scaled, 0)) == MR_ERROR)
                return MR_ERROR;
            MrValue common = mr_bigint_gcd(t, pair[0], pair[1]);
            for (int i = 0; i < 2; i++)
                if (common == MR_ERROR || (pair[i] = mr_binary(t, MR_BIN_FLOORDIV, pair[i], common)) == MR_ERROR)
                    return MR_ERROR;
        }
    }
    return mr_tuple_from(t, pair, 2);
}

static MrValue dec_reduce(MrThread *t, MrValue *a)
{
    MrValue text = mr_str(t, a[0]), args = text == MR_ERROR ? text : mr_tuple_from(t, &text, 1);
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), args};
    return args == MR_ERROR ? args : mr_tuple_from(t, pair, 2);
}

static MrValue dec_self(MrThread *t, MrValue *a) { return (void)t, a[0]; }
static MrValue dec_radix(MrThread *t, MrValue *a) { return (void)a, mr_dec_make_u128(t, 0, 0, 10); }
static MrValue get_real(MrThread *t, MrValue self) { return (void)t, self; }
static MrValue get_imag(MrThread *t, MrValue self) { return (void)self, mr_dec_make_u128(t, 0, 0, 0); }

static MrValue dec_sizeof(MrThread *t, MrValue *a)
{
    const MrDec *d = MR_DEC(a[0]);
    return mr_int(t, (int64_t)sizeof *d + (d->h.aux & MR_DEC_BIG ? (int64_t)sizeof(MrInt) + 8 * MR_INT(d->lo)->size : 0));
}

/* ---- questions and copies ---- */

#define QUESTION(name, answer)                            \
    static MrValue dec_##name(MrThread *t, MrValue *a)    \
    {                                                     \
        const MrDec *d = MR_DEC(a[0]);                    \
        (void)t, (void)d;                                 \
        return mr_bool(answer);                           \
    }
QUESTION(is_canonical, true)
QUESTION(is_finite, !mr_dec_kind(d))
QUESTION(is_infinite, mr_dec_kind(d) == MR_DEC_INFINITE)
QUESTION(is_nan, mr_dec_is_nan(d))
QUESTION(is_qnan, mr_dec_kind(d) == MR_DEC_QNAN)
QUESTION(is_snan, mr_dec_kind(d) == MR_DEC_SNAN)
QUESTION(is_signed, mr_dec_sign(d))
QUESTION(is_zero, mr_dec_is_zero(d))
#undef QUESTION

static MrValue dec_adjusted(MrThread *t, MrValue *a)
{
    if (mr_dec_kind(MR_DEC(a[0])))
        return mr_small_int(0);
    int64_t adjusted = mr_dec_adjusted(t, MR_DEC(a[0]));
    return adjusted == INT64_MIN ? MR_ERROR : mr_int(t, adjusted);
}

static MrValue dec_copy_abs(MrThread *t, MrValue *a) { return mr_dec_with_sign(t, MR_DEC(a[0]), 0); }
static MrValue dec_copy_negate(MrThread *t, MrValue *a) { return mr_dec_with_sign(t, MR_DEC(a[0]), !mr_dec_sign(MR_DEC(a[0]))); }

/* ---- methods with a context ---- */

#define ONE(name)                                                 \
    static MrValue dec_##name(MrThread *t, MrValue *a)            \
    {                                                             \
        MrDecContext *c = mr_dec_context_arg(t, a[1]);            \
        return c ? mr_dec_##name(t, a[0], c) : MR_ERROR;          \
    }
#define TWO(name)                                                                       \
    static MrValue dec_##name(MrThread *t, MrValue *a)                                  \
    {                                                                                   \
        MrDecContext *c = mr_dec_context_arg(t, a[2]);                                  \
        MrValue b = c ? mr_dec_strict_operand(t, a[1]) : MR_ERROR;                      \
        return b == MR_ERROR ? b : mr_dec_##name(t, a[0], b, c);                        \
    }
ONE(exp) ONE(ln) ONE(log10) ONE(logb) ONE(logical_invert) ONE(next_minus) ONE(next_plus) ONE(normalize) ONE(sqrt) ONE(number_class) ONE(is_normal)
ONE(is_subnormal)
TWO(compare) TWO(compare_signal) TWO(compare_total) TWO(compare_total_mag) TWO(copy_sign) TWO(logical_and) TWO(logical_or) TWO(logical_xor) TWO(max)
TWO(max_mag) TWO(min) TWO(min_mag) TWO(next_toward) TWO(remainder_near) TWO(rotate) TWO(same_quantum) TWO(scaleb) TWO(shift)
#undef ONE
#undef TWO

static MrValue dec_fma(MrThread *t, MrValue *a)
{
    MrDecContext *c = mr_dec_context_arg(t, a[3]);
    MrValue b = c ? mr_dec_strict_operand(t, a[1]) : MR_ERROR, third = b == MR_ERROR ? b : mr_dec_strict_operand(t, a[2]);
    return third == MR_ERROR ? third : mr_dec_fma(t, a[0], b, third, c);
}

/* The mode of an argument, or the context's; -1: error. */
static int mode_arg(MrThread *t, MrValue v, const MrDecContext *c) { return v == MR_UNBOUND || v == MR_NONE ? c->rounding : mr_dec_mode(t, v); }

static MrValue dec_quantize(MrThread *t, MrValue *a)
{
    MrDecContext *c = mr_dec_context_arg(t, a[3]);
    int mode = c ? mode_arg(t, a[2], c) : -1;
    MrValue b = mode < 0 ? MR_ERROR : mr_dec_strict_operand(t, a[1]);
    return b == MR_ERROR ? b : mr_dec_quantize(t, a[0], b, c, (unsigned)mode);
}

static MrValue integral(MrThread *t, MrValue *a, bool exact)
{
    MrDecContext *c = mr_dec_context_arg(t, a[2]);
    int mode = c ? mode_arg(t, a[1], c) : -1;
    return mode < 0 ? MR_ERROR : mr_dec_integral(t, a[0], c, (unsigned)mode, exact);
}

static MrValue dec_to_integral_value(MrThread *t, MrValue *a) { return integral(t, a, false); }
static MrValue dec_to_integral_exact(MrThread *t, MrValue *a) { return integral(t, a, true); }

static const MrMethodDef methods[] = {
    {"__new__(cls, value='0', context=None)", dec_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC | MR_METHOD_PARSED},
    {"from_float(cls, f, /)", dec_from_float, "The exact value of a float or int.", MR_METHOD_CLASS},
    {"__repr__(self, /)", dec_repr, "Return repr(self).", 0},
    {"__str__(self, /)", dec_str, "Return str(self).", 0},
    {"__hash__(self, /)", dec_hash, "Return hash(self).", 0},
    {"__bool__(self, /)", dec_bool, "False for a zero.", 0},
    {"__add__(self, value, /)", dec_add, "Return self+value.", 0},
    {"__radd__(self, value, /)", dec_radd, "Return value+self.", 0},
    {"__sub__(self, value, /)", dec_sub, "Return self-value.", 0},
    {"__rsub__(self, value, /)", dec_rsub, "Return value-self.", 0},
    {"__mul__(self, value, /)", dec_mul, "Return self*value.", 0},
    {"__rmul__(self, value, /)", dec_rmul, "Return value*self.", 0},
    {"__truediv__(self, value, /)", dec_div, "Return self/value.", 0},
    {"__rtruediv__(self, value, /)", dec_rdiv, "Return value/self.", 0},
    {"__floordiv__(self, value, /)", dec_floordiv, "Return self//value.", 0},
    {"__rfloordiv__(self, value, /)", dec_rfloordiv, "Return value//self.", 0},
    {"__mod__(self, value, /)", dec_mod, "Return self%value.", 0},
    {"__rmod__(self, value, /)", dec_rmod, "Return value%self.", 0},
    {"__divmod__(self, value, /)", dec_divmod, "The pair (self // value, self % value).", 0},
    {"__rdivmod__(self, value, /)", dec_rdivmod, "The pair (value // self, value % self).", 0},
    {"__pow__(self, value, mod=None, /)", dec_pow, "The power, rounded; with a modulus exact, of whole numbers only.", 0},
    {"__rpow__(self, value, mod=None, /)", dec_rpow, "The power with base and exponent exchanged.", 0},
    {"__neg__(self, /)", dec_minus, "-self", 0},
    {"__pos__(self, /)", dec_plus, "+self", 0},
    {"__abs__(self, /)", dec_abs, "abs(self)", 0},
    {"__lt__(self, value, /)", dec_lt, "Return self<value.", 0},
    {"__le__(self, value, /)", dec_le, "Return self<=value.", 0},
    {"__eq__(self, value, /)", dec_eq, "Return self==value.", 0},
    {"__ne__(self, value, /)", dec_ne, "Return self!=value.", 0},
    {"__gt__(self, value, /)", dec_gt, "Return self>value.", 0},
    {"__ge__(self, value, /)", dec_ge, "Return self>=value.", 0},
    {"__int__(self, /)", dec_int, "int(self)", 0},
    {"__trunc__(self, /)", dec_int, "The number cut to an int.", 0},
    {"__floor__(self, /)", dec_floor, "The largest int that is not above.", 0},
    {"__ceil__(self, /)", dec_ceil, "The smallest int that is not below.", 0},
    {"__round__(self, ndigits=None, /)", dec_round, "The nearest int, or with ndigits the Decimal with so many places.", 0},
    {"__float__(self, /)", dec_float, "float(self)", 0},
    {"__complex__(self, /)", dec_complex, "complex(self)", 0},
    {"__format__(self, format_spec, override=None, /)", dec_format, "The text by a format specification.", 0},
    {"__reduce__(self, /)", dec_reduce, "What pickle needs to make an equal one.", 0},
    {"__copy__(self, /)", dec_self, "The number itself.", 0},
    {"__deepcopy__(self, memo, /)", dec_self, "The number itself.", 0},
    {"__sizeof__(self, /)", dec_sizeof, "The number of bytes that it takes.", 0},
    {"as_tuple(self, /)", dec_as_tuple, "The number's three parts as a DecimalTuple.", 0},
    {"as_integer_ratio(self, /)", dec_as_integer_ratio, "(numerator, denominator) in lowest terms, the denominator positive.", 0},
    {"to_eng_string(self, /, context=None)", dec_to_eng_string, "The text with an exponent that is a multiple of three.", 0},
    {"adjusted(self, /)", dec_adjusted, "The exponent of the first digit.", 0},
    {"canonical(self, /)", dec_self, "The number itself: all are canonical.", 0},
    {"conjugate(self, /)", dec_self, "The number itself.", 0},
    {"radix(self, /)", dec_radix, "Decimal(10).", 0},
    {"copy_abs(self, /)", dec_copy_abs, "The number without its sign.", 0},
    {"copy_negate(self, /)", dec_copy_negate, "The number with the other sign.", 0},
    {"copy_sign(self, /, other, context=None)", dec_copy_sign, "The number with the sign of the other one.", 0},
    {"is_canonical(self, /)", dec_is_canonical, "True.", 0},
    {"is_finite(self, /)", dec_is_finite, "Neither infinite nor NaN?", 0},
    {"is_infinite(self, /)", dec_is_infinite, "Infinite?", 0},
    {"is_nan(self, /)", dec_is_nan, "A NaN of either kind?", 0},
    {"is_qnan(self, /)", dec_is_qnan, "A quiet NaN?", 0},
    {"is_snan(self, /)", dec_is_snan, "A signaling NaN?", 0},
    {"is_signed(self, /)", dec_is_signed, "With a minus sign?", 0},
    {"is_zero(self, /)", dec_is_zero, "A zero?", 0},
    {"is_normal(self, /, context=None)", dec_is_normal, "Finite, not zero, and not below the context's range?", 0},
    {"is_subnormal(self, /, context=None)", dec_is_subnormal, "Finite, not zero, and below the context's range?", 0},
    {"number_class(self, /, context=None)", dec_number_class, "One of ten words for the kind of number.", 0},
    {"exp(self, /, context=None)", dec_exp, "e**self, correctly rounded.", 0},
    {"ln(self, /, context=None)", dec_ln, "The natural logarithm, correctly rounded.", 0},
    {"log10(self, /, context=None)", dec_log10, "The logarithm to base ten, correctly rounded.", 0},
    {"logb(self, /, context=None)", dec_logb, "The exponent of the first digit as a Decimal.", 0},
    {"sqrt(self, /, context=None)", dec_sqrt, "The square root, correctly rounded.", 0},
    {"normalize(self, /, context=None)", dec_normalize, "Rounded, and without zeros at the end.", 0},
    {"next_minus(self, /, context=None)", dec_next_minus, "The largest number of the context below.", 0},
    {"next_plus(self, /, context=None)", dec_next_plus, "The smallest number of the context above.", 0},
    {"next_toward(self, /, other, context=None)", dec_next_toward, "The neighbour in the direction of the other one.", 0},
    {"compare(self, /, other, context=None)", dec_compare, "Decimal('-1'), 0 or 1, or NaN.", 0},
    {"compare_signal(self, /, other, context=None)", dec_compare_signal, "The same, every NaN being a signal.", 0},
    {"compare_total(self, /, other, context=None)", dec_compare_total, "The order of representations, NaNs and zeros included.", 0},
    {"compare_total_mag(self, /, other, context=None)", dec_compare_total_mag, "The same without signs.", 0},
    {"max(self, /, other, context=None)", dec_max, "The larger one; a number wins over a quiet NaN.", 0},
    {"max_mag(self, /, other, context=None)", dec_max_mag, "The one of larger magnitude.", 0},
    {"min(self, /, other, context=None)", dec_min, "The smaller one; a number wins over a quiet NaN.", 0},
    {"min_mag(self, /, other, context=None)", dec_min_mag, "The one of smaller magnitude.", 0},
    {"remainder_near(self, /, other, context=None)", dec_remainder_near, "What is left of the nearest multiple of the other one.", 0},
    {"fma(self, /, other, third, context=None)", dec_fma, "self * other + third with one rounding.", 0},
    {"quantize(self, /, exp, rounding=None, context=None)", dec_quantize, "The number rounded to the exponent of exp.", 0},
    {"to_integral(self, /, rounding=None, context=None)", dec_to_integral_value, "The nearest whole number, without signals.", 0},
    {"to_integral_value(self, /, rounding=None, context=None)", dec_to_integral_value, "The nearest whole number, without signals.", 0},
    {"to_integral_exact(self, /, rounding=None, context=None)", dec_to_integral_exact, "The nearest whole number, with Inexact and Rounded.", 0},
    {"same_quantum(self, /, other, context=None)", dec_same_quantum, "Do both have the same exponent, or are both infinite, or both NaN?", 0},
    {"scaleb(self, /, other, context=None)", dec_scaleb, "self * 10**other.", 0},
    {"rotate(self, /, other, context=None)", dec_rotate, "The digits of the coefficient moved round.", 0},
    {"shift(self, /, other, context=None)", dec_shift, "The digits of the coefficient moved left, or right for a negative other.", 0},
    {"logical_and(self, /, other, context=None)", dec_logical_and, "Digit by digit and.", 0},
    {"logical_or(self, /, other, context=None)", dec_logical_or, "Digit by digit or.", 0},
    {"logical_xor(self, /, other, context=None)", dec_logical_xor, "Digit by digit exclusive or.", 0},
    {"logical_invert(self, /, context=None)", dec_logical_invert, "All digits of the precision turned.", 0},
    {0},
};

static const MrGetSetDef getset[] = {{"real", get_real, NULL, "the number itself"}, {"imag", get_imag, NULL, "a zero"}, {0}};

static void trace(MrGc *gc, MrObj *o)
{
    if (o->aux & MR_DEC_BIG)
        mr_mark(gc, ((MrDec *)o)->lo);
}

const MrTypeDef mr_dec_def = {
    .name = "decimal.Decimal",
    .kind = MR_KIND_OTHER,
    .flags = MR_TYPEDEF_NO_WEAKREF,
    .size = sizeof(MrDec),
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .module = "decimal",
    .signature = "(value='0', context=None)",
    .doc = "A decimal number of a str, an int, a float, another Decimal, or a tuple (sign, digits, exponent); 0 by default.\n\n"
           "It is taken as it is, whatever the precision; the context says what happens to a text that is no number.",
};
