/* datetime.timedelta: days, seconds and microseconds, the last two never negative.
 *
 * Arithmetic is done on the whole length in microseconds, in 128 bits where that cannot overflow and on ints of the language where it could.
 */
#include <limits.h>
#include <math.h>

#include "stdlib/native/_datetime.h"
#include "vm/attr.h"
#include "vm/signature.h"
#include "vm/types/sequence.h"

enum { MAX_DAYS = 999999999 };
#define DAY_MICROS ((MrMicros)86400 * 1000000)

MrMicros mr_micros_of(const MrDelta *d) { return ((MrMicros)d->days * 86400 + d->seconds) * 1000000 + d->micros; }

MrValue mr_delta_alloc(MrThread *t, MrType *type, int days, int seconds, int micros)
{
    MrDelta *d = mr_alloc_instance(t, sizeof *d, type);
    if (!d)
        return MR_ERROR;
    d->days = days;
    d->seconds = seconds;
    d->micros = micros;
    return mr_val(d);
}

static MrValue make_of_type(MrThread *t, MrType *type, MrMicros micros)
{
    bool small = micros == (int64_t)micros; /* the division of 64 bits is much faster */
    MrMicros days = small ? (int64_t)micros / (int64_t)DAY_MICROS : micros / DAY_MICROS;
    int64_t rest = (int64_t)(small ? (int64_t)micros % (int64_t)DAY_MICROS : micros % DAY_MICROS);
    if (rest < 0) {
        rest += (int64_t)DAY_MICROS;
        days--;
    }
    if (days > INT_MAX || days < INT_MIN)
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
    if (days > MAX_DAYS || days < -MAX_DAYS)
        return mr_raise(t, MR_EXC_OverflowError, "days=%d; must have magnitude <= 999999999", (int)days);
    return mr_delta_alloc(t, type, (int)days, (int)(rest / 1000000), (int)(rest % 1000000));
}

MrValue mr_delta_of_micros(MrThread *t, MrMicros micros) { return make_of_type(t, mr_datetime_state(t)->delta, micros); }

/* ---- lengths as ints ---- */

MrValue mr_micros_value(MrThread *t, MrMicros micros)
{
    if (micros >= INT64_MIN && micros <= INT64_MAX)
        return mr_int(t, (int64_t)micros);
    MrValue millions = mr_binary(t, MR_BIN_MUL, mr_int(t, (int64_t)(micros / 1000000)), mr_small_int(1000000));
    return millions == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_ADD, millions, mr_small_int((int64_t)(micros % 1000000)));
}

MrValue mr_delta_int_micros(MrThread *t, const MrDelta *d) { return mr_micros_value(t, mr_micros_of(d)); }

static MrValue make_of_int(MrThread *t, MrType *type, MrValue micros)
{
    int64_t days, rest;
    MrValue day = mr_int(t, (int64_t)DAY_MICROS);
    MrValue quotient = micros == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_FLOORDIV, micros, day);
    MrValue left = quotient == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_MOD, micros, day);
    if (left == MR_ERROR || !mr_to_i64(t, left, &rest))
        return MR_ERROR;
    if (!mr_to_i64(t, quotient, &days) && !mr_clear_if(t, MR_EXC_OverflowError))
        return MR_ERROR;
    if (!mr_is_int(quotient))
        days = INT64_MAX / 2;
    return make_of_type(t, type, (MrMicros)days * DAY_MICROS + rest);
}

/* a / b as an int, halves to even. */
static MrValue divide_nearest(MrThread *t, MrValue a, MrValue b)
{
    MrValue quotient = mr_binary(t, MR_BIN_FLOORDIV, a, b), rest = quotient == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_MOD, a, b);
    MrValue twice = rest == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_MUL, rest, mr_small_int(2));
    MrValue negative = twice == MR_ERROR ? MR_ERROR : mr_compare(t, MR_CMP_LT, b, mr_small_int(0));
    MrValue beyond = negative == MR_ERROR ? MR_ERROR : mr_compare(t, negative == MR_TRUE ? MR_CMP_LT : MR_CMP_GT, twice, b);
    MrValue half = beyond == MR_ERROR ? MR_ERROR : mr_compare(t, MR_CMP_EQ, twice, b);
    MrValue odd = half == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_AND, quotient, mr_small_int(1));
    if (odd == MR_ERROR)
        return MR_ERROR;
    return beyond == MR_TRUE || (half == MR_TRUE && odd == mr_small_int(1)) ? mr_binary(t, MR_BIN_ADD, quotient, mr_small_int(1)) : quotient;
}

/* ---- making ---- */

enum { N_UNITS = 7 };
static const struct { const char *name; int parameter; int64_t factor; } units[N_UNITS] = {
    {"microseconds", 3, 1}, {"milliseconds", 4, 1000}, {"seconds", 2, 1000000}, {"minutes", 5, 60000000}, {"hours", 6, 3600000000},
    {"days", 1, 86400000000}, {"weeks", 7, 604800000000}};

/* The sum in microseconds; the fractions of float arguments go to *rest. Arguments of any size: ints of the language. */
static MrValue sum_of_any(MrThread *t, const MrValue *a, double *rest)
{
    MrValue total = mr_small_int(0);
    *rest = 0;
    for (int i = 0; i < N_UNITS && total != MR_ERROR; i++) {
        MrValue v = a[units[i].parameter], factor = mr_int(t, units[i].factor);
        if (v == MR_UNBOUND)
            continue;
        if (mr_is_integer(v)) {
            v = mr_binary(t, MR_BIN_MUL, v, factor);
        } else if (mr_isinstance_of(t, v, MR_TYPE_float)) {
            double d, whole, part;
            if (!mr_to_double(t, v, &d))
                return MR_ERROR;
            part = modf(d, &whole);
            v = mr_int_from_double(t, whole);
            v = v == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_MUL, v, factor);
            part = modf(part * (double)units[i].factor, &whole);
            v = v == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_ADD, v, mr_int_from_double(t, whole));
            *rest += part;
        } else
            return mr_raise(t, MR_EXC_TypeError, "unsupported type for timedelta %s component: %s", units[i].name, mr_type_name(t, v));
        total = v == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_ADD, total, v);
    }
    return total;
}

/* The same for ints of the common size and floats that are not enormous; false where there is another argument. */
static bool sum_of_common(const MrValue *a, MrMicros *total, double *rest)
{
    *total = 0;
    *rest = 0;
    for (int i = 0; i < N_UNITS; i++) {
        MrValue v = a[units[i].parameter];
        if (mr_is_int(v)) {
            *total += (MrMicros)mr_int_of(v) * units[i].factor;
        } else if (mr_is_float(v)) {
            double whole, part = modf(mr_float_of(v), &whole);
            if (!(fabs(whole) < 1e15))
                return false;
            *total += (MrMicros)(int64_t)whole * units[i].factor;
            part = modf(part * (double)units[i].factor, &whole);
            *total += (int64_t)whole;
            *rest += part;
        } else if (v != MR_UNBOUND)
            return false;
    }
    return true;
}

/* The fractions are rounded once, halves to the even sum. */
static int rounded(double rest, bool odd)
{
    double whole = floor(rest), part = rest - whole;
    odd ^= fmod(whole, 2) != 0;
    return (int)whole + (part > 0.5 || (part == 0.5 && odd));
}

static MrValue delta_new(MrThread *t, MrValue *a)
{
    MrDatetimeState *state = mr_datetime_state(t);
    MrMicros total;
    double rest;
    if (a[0] != mr_val(state->delta) && !mr_def_accepts(t, &mr_delta_def, a[0]))
        return MR_ERROR;
    if (MR_LIKELY(sum_of_common(a, &total, &rest)))
        return make_of_type(t, MR_TYPE(a[0]), total + (rest != 0 ? rounded(rest, total & 1) : 0));
    MrValue sum = sum_of_any(t, a, &rest);
    if (sum != MR_ERROR && rest != 0) {
        MrValue odd = mr_binary(t, MR_BIN_AND, sum, mr_small_int(1));
        sum = odd == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_ADD, sum, mr_small_int(rounded(rest, odd == mr_small_int(1))));
    }
    return make_of_int(t, MR_TYPE(a[0]), sum);
}

/* ---- text ---- */

static MrValue delta_repr(MrThread *t, MrValue *a)
{
    const MrDelta *d = MR_DELTA(a[0]);
    char text[96] = "";
    size_t n = 0;
    const struct { const char *name; int value; } parts[] = {{"days", d->days}, {"seconds", d->seconds}, {"microseconds", d->micros}};
    for (size_t i = 0; i < 3; i++)
        if (parts[i].value)
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%s=%d", n ? ", " : "", parts[i].name, parts[i].value);
    return mr_strf(t, "%s(%s)", mr_type_name(t, a[0]), n ? text : "0");
}

static MrValue delta_str(MrThread *t, MrValue *a)
{
    const MrDelta *d = MR_DELTA(a[0]);
    char text[96];
    int n = 0;
    if (d->days)
        n = snprintf(text, sizeof text, "%d day%s, ", d->days, d->days == 1 || d->days == -1 ? "" : "s");
    n += snprintf(text + n, sizeof text - (size_t)n, "%d:%02d:%02d", d->seconds / 3600, d->seconds / 60 % 60, d->seconds % 60);
    if (d->micros)
        n += snprintf(text + n, sizeof text - (size_t)n, ".%06d", d->micros);
    return mr_str_new(t, text, (size_t)n);
}

/* ---- arithmetic ---- */

static MrValue delta_add(MrThread *t, MrValue *a)
{
    if (!mr_is_delta(t, a[1]) || !mr_is_delta(t, a[0]))
        return MR_NOT_IMPLEMENTED;
    return mr_delta_of_micros(t, mr_micros_of(MR_DELTA(a[0])) + mr_micros_of(MR_DELTA(a[1])));
}

static MrValue delta_sub(MrThread *t, MrValue *a)
{
    if (!mr_is_delta(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    return mr_delta_of_micros(t, mr_micros_of(MR_DELTA(a[0])) - mr_micros_of(MR_DELTA(a[1])));
}

static MrValue delta_rsub(MrThread *t, MrValue *a)
{
    if (!mr_is_delta(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    return mr_delta_of_micros(t, mr_micros_of(MR_DELTA(a[1])) - mr_micros_of(MR_DELTA(a[0])));
}

static MrValue delta_neg(MrThread *t, MrValue *a) { return mr_delta_of_micros(t, -mr_micros_of(MR_DELTA(a[0]))); }
static MrValue delta_pos(MrThread *t, MrValue *a) { return mr_delta_of_micros(t, mr_micros_of(MR_DELTA(a[0]))); }

static MrValue delta_abs(MrThread *t, MrValue *a)
{
    MrMicros micros = mr_micros_of(MR_DELTA(a[0]));
    return mr_delta_of_micros(t, micros < 0 ? -micros : micros);
}

/* a float as an int divided by an int. [script] */
static bool ratio_of(MrThread *t, MrValue v, MrValue *numerator, MrValue *denominator)
{
    MrStr *name = mr_intern(t, "as_integer_ratio", 16);
    MrValue pair = name ? mr_call_method0(t, v, name) : MR_ERROR, *items;
    size_t n;
    if (pair == MR_ERROR)
        return false;
    if (!mr_is_tuple(pair))
        return mr_raise(t, MR_EXC_TypeError, "unexpected return type from as_integer_ratio(): expected tuple, got '%s'", mr_type_name(t, pair)), false;
    if (!mr_sequence_items(pair, &items, &n) || n != 2)
        return mr_raise(t, MR_EXC_ValueError, "as_integer_ratio() must return a 2-tuple"), false;
    if (!mr_is_integer(items[0]) || !mr_is_integer(items[1]))
        return mr_raise(t, MR_EXC_TypeError, "non-integer arguments in division"), false;
    *numerator = items[0];
    *denominator = items[1];
    return true;
}

static MrValue delta_mul(MrThread *t, MrValue *a)
{
    const MrDelta *d = MR_DELTA(a[0]);
    MrType *type = mr_datetime_state(t)->delta;
    if (mr_is_int(a[1]) && mr_int_of(a[1]) < INT_MAX && mr_int_of(a[1]) > INT_MIN)
        return mr_delta_of_micros(t, mr_micros_of(d) * mr_int_of(a[1]));
    if (mr_is_integer(a[1])) {
        MrValue micros = mr_delta_int_micros(t, d);
        return micros == MR_ERROR ? MR_ERROR : make_of_int(t, type, mr_binary(t, MR_BIN_MUL, micros, a[1]));
    }
    if (!mr_isinstance_of(t, a[1], MR_TYPE_float))
        return MR_NOT_IMPLEMENTED;
    MrValue numerator, denominator, micros;
    if (!ratio_of(t, a[1], &numerator, &denominator) || (micros = mr_delta_int_micros(t, d)) == MR_ERROR)
        return MR_ERROR;
    MrValue product = mr_binary(t, MR_BIN_MUL, micros, numerator);
    return product == MR_ERROR ? MR_ERROR : make_of_int(t, type, divide_nearest(t, product, denominator));
}

static bool is_zero(MrThread *t, MrValue v, bool *ok)
{
    int truth = mr_truth(t, v);
    *ok = truth >= 0;
    return !truth;
}

static MrValue raise_zero(MrThread *t, const char *what) { return mr_raise(t, MR_EXC_ZeroDivisionError, "integer %smodulo by zero", what); }

/* Both lengths as ints: an operation on them, into whose zero divisor the caller has looked. */
static MrValue of_both(MrThread *t, MrBinop op, MrValue a, MrValue b)
{
    MrValue x = mr_delta_int_micros(t, MR_DELTA(a)), y = x == MR_ERROR ? MR_ERROR : mr_delta_int_micros(t, MR_DELTA(b));
    return y == MR_ERROR ? MR_ERROR : mr_binary(t, op, x, y);
}

static MrValue delta_floordiv(MrThread *t, MrValue *a)
{
    bool ok;
    if (mr_is_delta(t, a[1]))
        return mr_micros_of(MR_DELTA(a[1])) ? of_both(t, MR_BIN_FLOORDIV, a[0], a[1]) : raise_zero(t, "division or ");
    if (!mr_is_integer(a[1]))
        return MR_NOT_IMPLEMENTED;
    if (is_zero(t, a[1], &ok))
        return raise_zero(t, "division or ");
    MrValue micros = ok ? mr_delta_int_micros(t, MR_DELTA(a[0])) : MR_ERROR;
    return micros == MR_ERROR ? MR_ERROR : make_of_int(t, mr_datetime_state(t)->delta, mr_binary(t, MR_BIN_FLOORDIV, micros, a[1]));
}

static MrValue delta_truediv(MrThread *t, MrValue *a)
{
    MrType *type = mr_datetime_state(t)->delta;
    bool ok;
    if (mr_is_delta(t, a[1]))
        return of_both(t, MR_BIN_TRUEDIV, a[0], a[1]);
    MrValue micros = mr_delta_int_micros(t, MR_DELTA(a[0])), numerator, denominator;
    if (micros == MR_ERROR)
        return MR_ERROR;
    if (mr_is_integer(a[1])) {
        if (is_zero(t, a[1], &ok))
            return raise_zero(t, "division or ");
        return ok ? make_of_int(t, type, divide_nearest(t, micros, a[1])) : MR_ERROR;
    }
    if (!mr_isinstance_of(t, a[1], MR_TYPE_float))
        return MR_NOT_IMPLEMENTED;
    if (!ratio_of(t, a[1], &numerator, &denominator))
        return MR_ERROR;
    if (is_zero(t, numerator, &ok))
        return raise_zero(t, "division or ");
    MrValue product = ok ? mr_binary(t, MR_BIN_MUL, denominator, micros) : MR_ERROR;
    return product == MR_ERROR ? MR_ERROR : make_of_int(t, type, divide_nearest(t, product, numerator));
}

static MrMicros modulo(MrMicros a, MrMicros b)
{
    MrMicros rest = a % b;
    return rest && (rest < 0) != (b < 0) ? rest + b : rest;
}

static MrValue delta_mod(MrThread *t, MrValue *a)
{
    if (!mr_is_delta(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    MrMicros divisor = mr_micros_of(MR_DELTA(a[1]));
    return divisor ? mr_delta_of_micros(t, modulo(mr_micros_of(MR_DELTA(a[0])), divisor)) : raise_zero(t, "");
}

static MrValue delta_divmod(MrThread *t, MrValue *a)
{
    if (!mr_is_delta(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    MrMicros divisor = mr_micros_of(MR_DELTA(a[1]));
    if (!divisor)
        return raise_zero(t, "division or ");
    MrValue parts[2] = {of_both(t, MR_BIN_FLOORDIV, a[0], a[1])};
    parts[1] = parts[0] == MR_ERROR ? MR_ERROR : mr_delta_of_micros(t, modulo(mr_micros_of(MR_DELTA(a[0])), divisor));
    return parts[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 2);
}

#define REFLECTED(name)                                             \
    static MrValue delta_r##name(MrThread *t, MrValue *a)           \
    {                                                               \
        MrValue swapped[2] = {a[1], a[0]};                          \
        return mr_is_delta(t, a[1]) ? delta_##name(t, swapped) : MR_NOT_IMPLEMENTED; \
    }
REFLECTED(floordiv)
REFLECTED(truediv)
REFLECTED(mod)
REFLECTED(divmod)
#undef REFLECTED

/* ---- comparison and the rest ---- */

static MrValue compare(MrThread *t, MrCompare op, const MrValue *a)
{
    if (!mr_is_delta(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    MrMicros x = mr_micros_of(MR_DELTA(a[0])), y = mr_micros_of(MR_DELTA(a[1]));
    switch (op) {
    case MR_CMP_LT: return mr_bool(x < y);
    case MR_CMP_LE: return mr_bool(x <= y);
    case MR_CMP_EQ: return mr_bool(x == y);
    case MR_CMP_NE: return mr_bool(x != y);
    case MR_CMP_GT: return mr_bool(x > y);
    default: return mr_bool(x >= y);
    }
}

#define COMPARE(name, op) \
    static MrValue delta_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue parts_of(MrThread *t, const MrDelta *d)
{
    MrValue parts[3] = {mr_small_int(d->days), mr_small_int(d->seconds), mr_small_int(d->micros)};
    return mr_tuple_from(t, parts, 3);
}

static MrValue delta_hash(MrThread *t, MrValue *a)
{
    MrValue parts = parts_of(t, MR_DELTA(a[0]));
    uint64_t hash;
    return parts != MR_ERROR && mr_hash(t, parts, &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}

static MrValue delta_bool(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(MR_DELTA(a[0])->days || MR_DELTA(a[0])->seconds || MR_DELTA(a[0])->micros);
}

static MrValue delta_total_seconds(MrThread *t, MrValue *a)
{
    MrMicros micros = mr_micros_of(MR_DELTA(a[0]));
    if (micros < (MrMicros)1 << 53 && micros > -((MrMicros)1 << 53))
        return mr_float((double)(int64_t)micros / 1e6);
    MrValue v = mr_micros_value(t, micros);
    return v == MR_ERROR ? MR_ERROR : mr_binary(t, MR_BIN_TRUEDIV, v, mr_small_int(1000000));
}

static MrValue delta_reduce(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), parts_of(t, MR_DELTA(a[0]))};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue get_days(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DELTA(self)->days); }
static MrValue get_seconds(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DELTA(self)->seconds); }
static MrValue get_micros(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_DELTA(self)->micros); }

static const MrMethodDef methods[] = {
    {"__new__(cls, /, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)", delta_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC | MR_METHOD_PARSED | MR_METHOD_TUPLE},
    {"__repr__(self, /)", delta_repr, "Return repr(self).", 0},
    {"__str__(self, /)", delta_str, "Return str(self).", 0},
    {"__hash__(self, /)", delta_hash, "Return hash(self).", 0},
    {"__bool__(self, /)", delta_bool, "False for a duration of zero.", 0},
    {"__add__(self, value, /)", delta_add, "Return self+value.", 0},
    {"__radd__(self, value, /)", delta_add, "Return value+self.", 0},
    {"__sub__(self, value, /)", delta_sub, "Return self-value.", 0},
    {"__rsub__(self, value, /)", delta_rsub, "Return value-self.", 0},
    {"__neg__(self, /)", delta_neg, "-self", 0},
    {"__pos__(self, /)", delta_pos, "+self", 0},
    {"__abs__(self, /)", delta_abs, "abs(self)", 0},
    {"__mul__(self, value, /)", delta_mul, "Return self*value.", 0},
    {"__rmul__(self, value, /)", delta_mul, "Return value*self.", 0},
    {"__floordiv__(self, value, /)", delta_floordiv, "Return self//value.", 0},
    {"__truediv__(self, value, /)", delta_truediv, "Return self/value.", 0},
    {"__mod__(self, value, /)", delta_mod, "Return self%value.", 0},
    {"__divmod__(self, value, /)", delta_divmod, "The pair (self // value, self % value).", 0},
    {"__rfloordiv__(self, value, /)", delta_rfloordiv, "Return value//self.", 0},
    {"__rtruediv__(self, value, /)", delta_rtruediv, "Return value/self.", 0},
    {"__rmod__(self, value, /)", delta_rmod, "Return value%self.", 0},
    {"__rdivmod__(self, value, /)", delta_rdivmod, "The pair (value // self, value % self).", 0},
    {"__lt__(self, value, /)", delta_lt, "Return self<value.", 0},
    {"__le__(self, value, /)", delta_le, "Return self<=value.", 0},
    {"__eq__(self, value, /)", delta_eq, "Return self==value.", 0},
    {"__ne__(self, value, /)", delta_ne, "Return self!=value.", 0},
    {"__gt__(self, value, /)", delta_gt, "Return self>value.", 0},
    {"__ge__(self, value, /)", delta_ge, "Return self>=value.", 0},
    {"total_seconds(self, /)", delta_total_seconds, "The duration in seconds, as a float.", 0},
    {"__reduce__(self, /)", delta_reduce, "What pickle needs to make an equal one.", 0},
    {0},
};
static const MrGetSetDef getset[] = {{"days", get_days, mr_set_readonly, "Number of days."},
                                     {"seconds", get_seconds, mr_set_readonly, "seconds beyond whole days, below 86400"},
                                     {"microseconds", get_micros, mr_set_readonly, "microseconds beyond whole seconds, below 1000000"},
                                     {0}};

const MrTypeDef mr_delta_def = {
    .name = "datetime.timedelta",
    .kind = MR_KIND_OTHER,
    .flags = MR_TYPEDEF_NO_WEAKREF,
    .size = sizeof(MrDelta),
    .methods = methods,
    .getset = getset,
    .doc = "A duration, exact to a microsecond; it is negative if days is. The arguments are added up.",
};
