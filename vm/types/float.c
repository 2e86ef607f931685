/* float: doubles in NaN boxes; MrFloatObj only for instances of subclasses.
 *
 * Every result is a plain double. Arithmetic is in number.c; decimal text is base/numtext's; hexadecimal text is here. */
#include "vm/types/float.h"

#include <math.h>

#include "base/numtext.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"
#include "vm/types/format.h"
#include "vm/types/int.h"
#include "vm/types/number.h"
#include "vm/types/text.h"

/* ---- conversions ---- */

/* The result of __float__: a float, or an error. */
static bool check_float(MrThread *t, MrValue v, MrValue r, double *out)
{
    if (r == MR_ERROR)
        return false;
    if (mr_is_float(r)) {
        *out = mr_float_of(r);
        return true;
    }
    if (!mr_is_floating(r)) {
        (void)mr_raise(t, MR_EXC_TypeError, "%s.__float__ returned non-float (type %s)", mr_type_name(t, v), mr_type_name(t, r));
        return false;
    }
    if (!mr_warn(t, MR_EXC_DeprecationWarning,
                 "%s.__float__ returned non-float (type %s).  The ability to return an instance of a strict subclass of float is deprecated, "
                 "and may be removed in a future version of Python.", mr_type_name(t, v), mr_type_name(t, r)))
        return false;
    *out = mr_floating_of(r);
    return true;
}

/* 1: converted, 0: no number, -1: error. */
static int number_to_double(MrThread *t, MrValue v, double *out)
{
    MrValue r;
    if (mr_is_float(v)) {
        *out = mr_float_of(v);
        return 1;
    }
    if (mr_is_int(v) || mr_is_bool(v)) {
        *out = (double)(mr_is_int(v) ? mr_int_of(v) : (int64_t)(v & 1));
        return 1;
    }
    if (mr_is_exact(v, MR_TYPE_int))
        return mr_int_to_double(t, v, out) ? 1 : -1;
    r = mr_call_slot(t, v, MR_SLOT_float, 0, NULL);
    if (r != MR_UNBOUND)
        return check_float(t, v, r, out) ? 1 : -1;
    if (mr_is_kind(v, MR_KIND_FLOAT)) {
        *out = mr_floating_of(v);
        return 1;
    }
    if (mr_slot(t, mr_typeof(t, v), MR_SLOT_index) == MR_UNBOUND)
        return 0;
    r = mr_index(t, v);
    return r != MR_ERROR && mr_int_to_double(t, r, out) ? 1 : -1;
}

bool mr_to_double(MrThread *t, MrValue v, double *out)
{
    int done;
    if (mr_is_floating(v)) { /* unlike float(v), the C level does not ask a subclass's __float__ */
        *out = mr_plain_nan(mr_floating_of(v));
        return true;
    }
    done = number_to_double(t, v, out);
    if (done == 0)
        (void)mr_raise(t, MR_EXC_TypeError, "must be real number, not %s", mr_type_name(t, v));
    return done > 0;
}

/* ---- from text ---- */

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t scan_word(const char *p, size_t n, const char *word)
{
    size_t i;
    for (i = 0; word[i] != '\0'; i++)
        if (i >= n || (p[i] | 0x20) != word[i])
            return 0;
    return i;
}

size_t mr_float_scan(const char *text, size_t n, double *out)
{
    size_t sign = n > 0 && (*text == '-' || *text == '+'), used;
    bool negative = sign && *text == '-';
    text += sign;
    n -= sign;
    if ((used = scan_word(text, n, "infinity")) != 0 || (used = scan_word(text, n, "inf")) != 0)
        *out = INFINITY;
    else if ((used = scan_word(text, n, "nan")) != 0)
        *out = NAN;
    else
        used = mr_double_parse(text, n, out);
    if (used == 0)
        return 0;
    if (negative)
        *out = -*out;
    return used + sign;
}

int mr_float_clean(MrThread *t, const char *text, size_t n, const char **out, size_t *n_out)
{
    char *to;
    size_t i, k = 0;
    while (n > 0 && is_blank(*text)) {
        text++;
        n--;
    }
    while (n > 0 && is_blank(text[n - 1]))
        n--;
    *out = text;
    *n_out = n;
    if (memchr(text, '_', n) == NULL)
        return 1;
    to = mr_buffer_new(t, n + 1);
    if (to == NULL)
        return -1;
    for (i = 0; i < n; i++) {
        if (text[i] != '_')
            to[k++] = text[i];
        else if (i == 0 || i + 1 == n || !is_digit(text[i - 1]) || !is_digit(text[i + 1]))
            return 0;
    }
    *out = to;
    *n_out = k;
    return 1;
}

static MrValue from_text(MrThread *t, MrValue v)
{
    const char *text;
    size_t n;
    double d;
    int ok;
    MrValue repr, shown = v;
    if (mr_is_str(v)) {
        text = mr_number_text(t, MR_STR(v), &n);
        if (text == NULL)
            return MR_ERROR;
    } else if (!mr_buffer_of(t, v, &text, &n)) {
        return MR_ERROR;
    }
    ok = mr_float_clean(t, text, n, &text, &n);
    if (ok < 0)
        return MR_ERROR;
    if (ok && n > 0 && mr_float_scan(text, n, &d) == n)
        return mr_float(d);
    repr = mr_repr(t, shown);
    return repr == MR_ERROR ? MR_ERROR : mr_raise(t, MR_EXC_ValueError, "could not convert string to float: %s", mr_cstr(repr));
}

/* A NaN made from text is its own: a payload that no other has stands for the identity of CPython's object. Arithmetic gives the plain NaN. */
static MrValue own_nan(MrThread *t, double d)
{
    uint32_t *next = &t->iso->next_nan;
    *next = *next % UINT32_MAX + 1;
    return mr_float(d) + *next;
}

static MrValue float_new(MrThread *t, MrValue *a)
{
    MrFloatObj *o;
    MrValue v;
    double d = 0.0;
    int done;
    if (!mr_check_new(t, a[0], MR_TYPE_float))
        return MR_ERROR;
    if (mr_is_float(a[1]) && a[0] == mr_type_val(t, MR_TYPE_float))
        return a[1];
    if (a[1] != MR_UNBOUND) {
        if (mr_is_str(a[1]) && mr_is_exact(a[1], MR_TYPE_str)) {
            done = 0;
        } else {
            done = number_to_double(t, a[1], &d);
            if (done < 0)
                return MR_ERROR;
        }
        if (!done) {
            if (!mr_is_str(a[1]) && !mr_is_kind(a[1], MR_KIND_BYTES) && !mr_is_kind(a[1], MR_KIND_BYTEARRAY) &&
                !mr_is_kind(a[1], MR_KIND_MEMORYVIEW))
                return mr_raise(t, MR_EXC_TypeError, "float() argument must be a string or a real number, not '%s'", mr_type_name(t, a[1]));
            v = from_text(t, a[1]);
            if (v == MR_ERROR)
                return v;
            d = mr_float_of(v);
            if (isnan(d) && a[0] == mr_type_val(t, MR_TYPE_float))
                return own_nan(t, d);
        }
    }
    if (a[0] == mr_type_val(t, MR_TYPE_float))
        return mr_float(d);
    o = mr_alloc_instance(t, sizeof *o, MR_TYPE(a[0]));
    if (o == NULL)
        return MR_ERROR;
    o->value = d;
    return mr_val(o);
}

/* ---- operators ---- */

static bool is_real(MrValue v) { return mr_is_floating(v) || mr_is_integer(v); }

#define BINARY(name, op)                                                                     \
    static MrValue float_##name(MrThread *t, MrValue *a)                                     \
    {                                                                                        \
        return is_real(a[1]) ? mr_number_binop(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED;      \
    }                                                                                        \
    static MrValue float_r##name(MrThread *t, MrValue *a)                                    \
    {                                                                                        \
        return is_real(a[1]) ? mr_number_binop(t, op, a[1], a[0]) : MR_NOT_IMPLEMENTED;      \
    }
BINARY(add, MR_BIN_ADD)
BINARY(sub, MR_BIN_SUB)
BINARY(mul, MR_BIN_MUL)
BINARY(truediv, MR_BIN_TRUEDIV)
BINARY(floordiv, MR_BIN_FLOORDIV)
BINARY(mod, MR_BIN_MOD)
#undef BINARY

#define COMPARE(name, op)                                                                    \
    static MrValue float_##name(MrThread *t, MrValue *a)                                     \
    {                                                                                        \
        return is_real(a[1]) ? mr_number_compare(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED;    \
    }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue float_divmod(MrThread *t, MrValue *a)
{
    return is_real(a[1]) ? mr_number_divmod(t, a[0], a[1]) : MR_NOT_IMPLEMENTED;
}

static MrValue float_rdivmod(MrThread *t, MrValue *a)
{
    return is_real(a[1]) ? mr_number_divmod(t, a[1], a[0]) : MR_NOT_IMPLEMENTED;
}

static MrValue power(MrThread *t, MrValue base, MrValue exponent, MrValue mod)
{
    if (mod != MR_UNBOUND && mod != MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    return is_real(base) && is_real(exponent) ? mr_number_binop(t, MR_BIN_POW, base, exponent) : MR_NOT_IMPLEMENTED;
}

static MrValue float_pow(MrThread *t, MrValue *a) { return power(t, a[0], a[1], a[2]); }
static MrValue float_rpow(MrThread *t, MrValue *a) { return power(t, a[1], a[0], a[2]); }
static MrValue float_neg(MrThread *t, MrValue *a) { return (void)t, mr_float(-mr_floating_of(a[0])); }
static MrValue float_abs(MrThread *t, MrValue *a) { return (void)t, mr_float(fabs(mr_floating_of(a[0]))); }
static MrValue float_itself(MrThread *t, MrValue *a) { return (void)t, mr_float(mr_floating_of(a[0])); }
static MrValue float_bool(MrThread *t, MrValue *a) { return (void)t, mr_bool(mr_floating_of(a[0]) != 0.0); }
static MrValue float_trunc(MrThread *t, MrValue *a) { return mr_int_from_double(t, mr_floating_of(a[0])); }
static MrValue float_floor(MrThread *t, MrValue *a) { return mr_int_from_double(t, floor(mr_floating_of(a[0]))); }
static MrValue float_ceil(MrThread *t, MrValue *a) { return mr_int_from_double(t, ceil(mr_floating_of(a[0]))); }
static MrValue float_hash(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)mr_double_hash(mr_floating_of(a[0]))); }

static MrValue float_is_integer(MrThread *t, MrValue *a)
{
    double d = mr_floating_of(a[0]);
    (void)t;
    return mr_bool(isfinite(d) && floor(d) == d);
}

static MrValue float_repr(MrThread *t, MrValue *a)
{
    char text[MR_DOUBLE_REPR_MAX];
    size_t n = mr_double_repr(mr_floating_of(a[0]), text);
    return mr_str_new(t, text, n);
}

static MrValue float_format(MrThread *t, MrValue *a)
{
    MrStr *spec = mr_format_spec(t, a[1]);
    if (spec == NULL)
        return MR_ERROR;
    return spec->nbytes == 0 ? mr_str(t, a[0]) : mr_format_float(t, mr_floating_of(a[0]), spec);
}

/* ---- rounding ---- */

/* Exact digits of the integer part, cut at a power of ten and rounded half to even; what is behind the point breaks ties. */
static double round_tens(double d, int64_t tens)
{
    char kept[360];
    MrBuf text = MR_BUF_EMPTY;
    double whole, fraction = modf(fabs(d), &whole), result = 0.0;
    size_t n, keep, i;
    bool up = false, below = fraction != 0.0;
    mr_double_format(&text, whole, 'f', 0, false);
    n = text.failed ? 0 : text.length;
    if ((int64_t)n < tens || n > 320) {
        mr_buf_fini(&text);
        return copysign(0.0, d);
    }
    keep = n - (size_t)tens;
    for (i = keep + 1; i < n; i++)
        below |= text.data[i] != '0';
    kept[0] = '0';
    memcpy(kept + 1, text.data, keep);
    if (text.data[keep] > '5' || (text.data[keep] == '5' && (below || (kept[keep] & 1))))
        up = true;
    mr_buf_fini(&text);
    for (i = keep; up; i--) {
        up = kept[i] == '9';
        kept[i] = (char)(up ? '0' : kept[i] + 1);
    }
    memset(kept + keep + 1, '0', (size_t)tens);
    mr_double_parse(kept, keep + 1 + (size_t)tens, &result);
    return copysign(result, d);
}

/* round(d, ndigits), correctly rounded in decimal. */
static MrValue round_double(MrThread *t, double d, int64_t ndigits)
{
    MrBuf text = MR_BUF_EMPTY;
    double result = 0.0;
    if (!isfinite(d) || ndigits > 323)
        return mr_float(d);
    if (ndigits < -308)
        return mr_float(copysign(0.0, d));
    if (ndigits < 0) {
        result = round_tens(d, -ndigits);
        if (isinf(result))
            return mr_raise(t, MR_EXC_OverflowError, "rounded value too large to represent");
        return mr_float(result);
    }
    mr_double_format(&text, fabs(d), 'f', (int)ndigits, false);
    if (text.failed)
        return mr_raise_no_memory(t);
    mr_double_parse(text.data, text.length, &result);
    mr_buf_fini(&text);
    return mr_float(copysign(result, d));
}

static MrValue float_round(MrThread *t, MrValue *a)
{
    double d = mr_floating_of(a[0]), whole;
    int64_t n;
    bool ok;
    if (a[1] == MR_UNBOUND || a[1] == MR_NONE) {
        whole = round(d);
        if (fabs(d - whole) == 0.5)
            whole = 2.0 * round(d / 2.0);
        return mr_int_from_double(t, whole);
    }
    n = mr_to_i64_clamped(t, a[1], &ok);
    return ok ? round_double(t, d, n) : MR_ERROR;
}

/* ---- ratio and hexadecimal text ---- */

/* The exact ratio of a finite double in lowest terms. */
static bool double_ratio(MrThread *t, double d, MrValue *numerator, MrValue *denominator)
{
    int exponent, zeros;
    int64_t mantissa = (int64_t)ldexp(frexp(d, &exponent), 53);
    exponent -= 53;
    *denominator = mr_small_int(1);
    if (mantissa == 0) {
        *numerator = mr_small_int(0);
        return true;
    }
    zeros = __builtin_ctzll((uint64_t)mantissa);
    mantissa >>= zeros;
    exponent += zeros;
    *numerator = mr_int(t, mantissa);
    if (*numerator != MR_ERROR && exponent > 0)
        *numerator = mr_bigint_lshift(t, *numerator, (uint64_t)exponent);
    else if (exponent < 0)
        *denominator = mr_bigint_lshift(t, mr_small_int(1), (uint64_t)-exponent);
    return *numerator != MR_ERROR && *denominator != MR_ERROR;
}

static MrValue float_as_integer_ratio(MrThread *t, MrValue *a)
{
    double d = mr_floating_of(a[0]);
    MrValue pair[2];
    if (isinf(d))
        return mr_raise(t, MR_EXC_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(d))
        return mr_raise(t, MR_EXC_ValueError, "cannot convert NaN to integer ratio");
    return double_ratio(t, d, &pair[0], &pair[1]) ? mr_tuple_from(t, pair, 2) : MR_ERROR;
}

static MrValue float_hex(MrThread *t, MrValue *a)
{
    double d = mr_floating_of(a[0]);
    uint64_t bits;
    int exponent;
    const char *sign = signbit(d) ? "-" : "";
    if (!isfinite(d))
        return float_repr(t, a);
    if (d == 0.0)
        return mr_strf(t, "%s0x0.0p+0", sign);
    memcpy(&bits, &d, sizeof bits);
    exponent = (int)(bits >> 52 & 0x7FF);
    return mr_strf(t, "%s0x%d.%013llxp%+d", sign, exponent != 0, (unsigned long long)(bits & 0xFFFFFFFFFFFFFull),
                   (exponent ? exponent : 1) - 1023);
}

static int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* m * 2^e rounded once, half to even; inf when too large. */
static double scale_once(uint64_t m, int64_t e)
{
    int64_t top, drop;
    uint64_t half;
    if (m == 0)
        return 0.0;
    top = e + 64 - __builtin_clzll(m);
    if (top > 1025)
        return INFINITY;
    drop = (top - 53 > -1074 ? top - 53 : -1074) - e;
    if (drop > 64)
        return 0.0;
    if (drop == 64) /* at most the lowest subnormal */
        return m > (uint64_t)1 << 63 ? ldexp(1.0, -1074) : 0.0;
    if (drop > 0) {
        half = (uint64_t)1 << (drop - 1);
        e += drop;
        m = (m >> drop) + ((m & half) && ((m & (half - 1)) || (m >> drop & 1)));
    }
    return ldexp((double)m, (int)e);
}

static MrValue float_fromhex(MrThread *t, MrValue *a)
{
    const char *p, *end, *digits;
    size_t n;
    double d = 0.0;
    bool negative, sticky = false, point = false, exp_negative, any = false;
    uint64_t m = 0;
    int64_t e = 0, exponent = 0;
    int h;
    MrValue r;
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "bad argument type for built-in operation");
    if (!mr_str_is_ascii(MR_STR(a[1])) && mr_encode(t, a[1], "utf-8", "strict") == MR_ERROR)
        return MR_ERROR; /* a surrogate */
    p = MR_STR(a[1])->bytes;
    end = p + MR_STR(a[1])->nbytes;
    while (p < end && is_blank(*p))
        p++;
    while (end > p && is_blank(end[-1]))
        end--;
    n = (size_t)(end - p);
    negative = n > 0 && *p == '-';
    if (mr_float_scan(p, n, &d) == n && n > 0 && !isfinite(d) && !is_digit(end[-1])) {
        r = mr_float(d);
        return a[0] == mr_type_val(t, MR_TYPE_float) ? r : mr_call1(t, a[0], r);
    }
    if (n > 0 && (*p == '-' || *p == '+'))
        p++;
    if (end - p > 1 && p[0] == '0' && (p[1] | 0x20) == 'x')
        p += 2;
    for (digits = p; p < end; p++) {
        if (*p == '.' && !point) {
            point = true;
            continue;
        }
        h = hex_value(*p);
        if (h < 0)
            break;
        any = true;
        if (m >> 58 == 0) {
            m = m << 4 | (unsigned)h;
            e -= point ? 4 : 0;
        } else {
            sticky |= h != 0;
            e += point ? 0 : 4;
        }
    }
    if (!any || p == digits)
        goto invalid;
    if (p < end && (*p | 0x20) == 'p') {
        p++;
        exp_negative = p < end && *p == '-';
        if (p < end && (*p == '-' || *p == '+'))
            p++;
        if (p == end || !is_digit(*p))
            goto invalid;
        for (; p < end && is_digit(*p); p++)
            if (exponent < (int64_t)1 << 50)
                exponent = exponent * 10 + (*p - '0');
        e += exp_negative ? -exponent : exponent;
    }
    if (p != end)
        goto invalid;
    d = scale_once(m << 1 | sticky, e - 1);
    if (isinf(d))
        return mr_raise(t, MR_EXC_OverflowError, "hexadecimal value too large to represent as a float");
    r = mr_float(negative ? -d : d);
    return a[0] == mr_type_val(t, MR_TYPE_float) ? r : mr_call1(t, a[0], r);
invalid:
    return mr_raise(t, MR_EXC_ValueError, "invalid hexadecimal floating-point string");
}

static MrValue float_getformat(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "__getformat__() argument must be str, not %s", mr_arg_type_name(t, a[1]));
    if (!mr_str_equal_c(a[1], "double") && !mr_str_equal_c(a[1], "float"))
        return mr_raise(t, MR_EXC_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return mr_str_c(t, __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? "IEEE, little-endian" : "IEEE, big-endian");
}

static MrValue float_getnewargs(MrThread *t, MrValue *a)
{
    MrValue v = mr_float(mr_floating_of(a[0]));
    return mr_tuple_from(t, &v, 1);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, x=0, /)", float_new, "Create a float from a number or from text.", MR_METHOD_STATIC},
    {"__repr__(self, /)", float_repr, NULL, 0},
    {"__hash__(self, /)", float_hash, NULL, 0},
    {"__format__(self, format_spec, /)", float_format, "The text that format_spec describes, see the format mini-language.", 0},
    {"__lt__(self, value, /)", float_lt, NULL, 0},
    {"__le__(self, value, /)", float_le, NULL, 0},
    {"__eq__(self, value, /)", float_eq, NULL, 0},
    {"__ne__(self, value, /)", float_ne, NULL, 0},
    {"__gt__(self, value, /)", float_gt, NULL, 0},
    {"__ge__(self, value, /)", float_ge, NULL, 0},
    {"__add__(self, value, /)", float_add, NULL, 0},
    {"__radd__(self, value, /)", float_radd, NULL, 0},
    {"__sub__(self, value, /)", float_sub, NULL, 0},
    {"__rsub__(self, value, /)", float_rsub, NULL, 0},
    {"__mul__(self, value, /)", float_mul, NULL, 0},
    {"__rmul__(self, value, /)", float_rmul, NULL, 0},
    {"__mod__(self, value, /)", float_mod, NULL, 0},
    {"__rmod__(self, value, /)", float_rmod, NULL, 0},
    {"__divmod__(self, value, /)", float_divmod, NULL, 0},
    {"__rdivmod__(self, value, /)", float_rdivmod, NULL, 0},
    {"__pow__(self, value, mod=None, /)", float_pow, NULL, 0},
    {"__rpow__(self, value, mod=None, /)", float_rpow, NULL, 0},
    {"__neg__(self, /)", float_neg, NULL, 0},
    {"__pos__(self, /)", float_itself, NULL, 0},
    {"__abs__(self, /)", float_abs, NULL, 0},
    {"__bool__(self, /)", float_bool, NULL, 0},
    {"__int__(self, /)", float_trunc, NULL, 0},
    {"__float__(self, /)", float_itself, NULL, 0},
    {"__floordiv__(self, value, /)", float_floordiv, NULL, 0},
    {"__rfloordiv__(self, value, /)", float_rfloordiv, NULL, 0},
    {"__truediv__(self, value, /)", float_truediv, NULL, 0},
    {"__rtruediv__(self, value, /)", float_rtruediv, NULL, 0},
    {"__trunc__(self, /)", float_trunc, "The int between the float and zero.", 0},
    {"__floor__(self, /)", float_floor, "The greatest int that is not greater.", 0},
    {"__ceil__(self, /)", float_ceil, "The smallest int that is not smaller.", 0},
    {"__round__(self, ndigits=None, /)", float_round, "The nearest int, or with ndigits the nearest decimal; halves to even.", 0},
    {"__getnewargs__(self, /)", float_getnewargs, "The arguments for making it again.", 0},
    {"__getformat__(cls, typestr, /)", float_getformat, "The format of C's double or float, for tests.", MR_METHOD_CLASS},
    {"conjugate(self, /)", float_itself, "The number itself: there is no imaginary part.", 0},
    {"as_integer_ratio(self, /)", float_as_integer_ratio, "(numerator, denominator) of the float's exact value, in lowest terms.", 0},
    {"fromhex(cls, string, /)", float_fromhex, "The float that text such as '0x1.8p+1' stands for.", MR_METHOD_CLASS},
    {"hex(self, /)", float_hex, "The float as a hexadecimal string, exactly.", 0},
    {"is_integer(self, /)", float_is_integer, "Whether nothing comes after the point.", 0},
    {0},
};

static MrValue get_real(MrThread *t, MrValue self) { return (void)t, mr_float(mr_floating_of(self)); }
static MrValue get_imag(MrThread *t, MrValue self) { return (void)t, (void)self, mr_float(0.0); }

static const MrGetSetDef getset[] = {
    {"real", get_real, NULL, "The real part."},
    {"imag", get_imag, NULL, "The imaginary part."},
    {0},
};

const MrTypeDef mr_float_type = {
    .name = "float",
    .kind = MR_KIND_FLOAT,
    .size = sizeof(MrFloatObj),
    .methods = methods,
    .getset = getset,
    .doc = "A floating-point number of double precision, from a number or the text of one.",
};
