/* Arithmetic and comparison among int, bool, float and complex: the interpreter's path for everything but the quick small cases.
 *
 * Both operands are opened once (their C values put in a Num); then int64 and double arithmetic is done in place, so nothing is
 * allocated but a result that needs it. Ints beyond 64 bits go to bigint.c. Instances of subclasses are taken by value: whether their class
 * overrides the operator was the caller's question. */
#include "vm/types/number.h"

#include <errno.h>
#include <math.h>

#include "vm/types/bigint.h"

typedef enum { NUM_INT, NUM_BIG, NUM_FLOAT, NUM_COMPLEX } NumKind;

typedef struct Num {
    NumKind kind;
    int64_t i;
    double d, im;
} Num;

static MrValue double_pow(MrThread *t, double a, double b);
static MrValue cpx_pow(MrThread *t, MrCpx a, MrCpx b);

static inline bool open_number(MrValue v, Num *n)
{
    if (mr_is_int(v)) {
        n->kind = NUM_INT;
        n->i = mr_int_of(v);
        return true;
    }
    if (mr_is_float(v)) {
        n->kind = NUM_FLOAT;
        n->d = mr_float_of(v);
        return true;
    }
    if (mr_is_bool(v)) {
        n->kind = NUM_INT;
        n->i = (int64_t)(v & 1);
        return true;
    }
    if (!mr_is_obj(v))
        return false;
    switch (mr_obj_of(v)->kind) {
    case MR_KIND_INT:
        n->kind = mr_int_as_i64(v, &n->i) ? NUM_INT : NUM_BIG;
        return true;
    case MR_KIND_FLOAT:
        n->kind = NUM_FLOAT;
        n->d = ((MrFloatObj *)mr_obj_of(v))->value;
        return true;
    case MR_KIND_COMPLEX:
        n->kind = NUM_COMPLEX;
        n->d = ((MrComplex *)mr_obj_of(v))->real;
        n->im = ((MrComplex *)mr_obj_of(v))->imag;
        return true;
    default:
        return false;
    }
}

bool mr_int_to_double(MrThread *t, MrValue v, double *out)
{
    *out = mr_bigint_double(v);
    if (!isinf(*out))
        return true;
    (void)mr_raise(t, MR_EXC_OverflowError, "int too large to convert to float");
    return false;
}

bool mr_number_parts(MrValue v, double *re, double *im)
{
    Num n = {0};
    if (!open_number(v, &n) || (n.kind == NUM_COMPLEX && im == NULL))
        return false;
    *re = n.kind == NUM_INT ? (double)n.i : n.kind == NUM_BIG ? mr_bigint_double(v) : n.d;
    if (im != NULL)
        *im = n.kind == NUM_COMPLEX ? n.im : 0.0;
    return true;
}

static bool make_double(MrThread *t, MrValue v, Num *n)
{
    if (n->kind == NUM_INT)
        n->d = (double)n->i;
    else if (n->kind == NUM_BIG && !mr_int_to_double(t, v, &n->d))
        return false;
    if (n->kind != NUM_COMPLEX)
        n->im = 0.0;
    return true;
}

/* Raises OverflowError(34, 'Numerical result out of range'), as C's errno makes it in CPython. */
static MrValue raise_range(MrThread *t)
{
    MrValue text = mr_str_c(t, "Numerical result out of range"), e;
    if (text == MR_ERROR)
        return MR_ERROR;
    e = mr_call2(t, mr_type_val(t, MR_TYPE_OverflowError), mr_small_int(ERANGE), text);
    return e == MR_ERROR ? MR_ERROR : mr_raise_value(t, e);
}

/* ---- ints ---- */

static MrValue big_binop(MrThread *t, MrBinop op, MrValue a, MrValue b)
{
    MrValue r;
    int64_t count;
    double x, y;
    int sign;
    switch (op) {
    case MR_BIN_ADD: return mr_bigint_add(t, a, b, false);
    case MR_BIN_SUB: return mr_bigint_add(t, a, b, true);
    case MR_BIN_MUL: return mr_bigint_mul(t, a, b);
    case MR_BIN_TRUEDIV:
        return mr_int_sign(b) == 0 ? mr_raise(t, MR_EXC_ZeroDivisionError, "division by zero") : mr_bigint_truediv(t, a, b);
    case MR_BIN_FLOORDIV:
        if (mr_int_sign(b) == 0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "integer division or modulo by zero");
        return mr_bigint_divmod(t, a, b, &r, NULL) ? r : MR_ERROR;
    case MR_BIN_MOD:
        if (mr_int_sign(b) == 0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "integer modulo by zero");
        return mr_bigint_divmod(t, a, b, NULL, &r) ? r : MR_ERROR;
    case MR_BIN_POW:
        if (mr_int_sign(b) >= 0)
            return mr_bigint_pow(t, a, b);
        return mr_int_to_double(t, a, &x) && mr_int_to_double(t, b, &y) ? double_pow(t, x, y) : MR_ERROR;
    case MR_BIN_LSHIFT:
    case MR_BIN_RSHIFT:
        if (mr_int_sign(b) < 0)
            return mr_raise(t, MR_EXC_ValueError, "negative shift count");
        sign = mr_int_sign(a);
        if (mr_int_as_i64(b, &count))
            return op == MR_BIN_LSHIFT ? mr_bigint_lshift(t, a, (uint64_t)count) : mr_bigint_rshift(t, a, (uint64_t)count);
        if (op == MR_BIN_RSHIFT || sign == 0)
            return mr_small_int(sign < 0 ? -1 : 0);
        return mr_raise(t, MR_EXC_OverflowError, "too many digits in integer");
    case MR_BIN_AND:
    case MR_BIN_OR:
    case MR_BIN_XOR:
        return mr_bigint_bitop(t, op, a, b);
    default:
        return MR_NOT_IMPLEMENTED;
    }
}

static MrValue small_pow(MrThread *t, int64_t a, int64_t e, MrValue va, MrValue ve)
{
    int64_t result = 1, base = a, left = e;
    if (e < 0)
        return double_pow(t, (double)a, (double)e);
    for (;;) {
        if ((left & 1) && __builtin_mul_overflow(result, base, &result))
            return mr_bigint_pow(t, va, ve);
        left >>= 1;
        if (left == 0)
            return mr_int(t, result);
        if (__builtin_mul_overflow(base, base, &base))
            return mr_bigint_pow(t, va, ve);
    }
}

static MrValue small_binop(MrThread *t, MrBinop op, int64_t a, int64_t b, MrValue va, MrValue vb)
{
    int64_t r;
    switch (op) {
    case MR_BIN_ADD:
        return __builtin_add_overflow(a, b, &r) ? mr_int_from_i128(t, (__int128)a + b) : mr_int(t, r);
    case MR_BIN_SUB:
        return __builtin_sub_overflow(a, b, &r) ? mr_int_from_i128(t, (__int128)a - b) : mr_int(t, r);
    case MR_BIN_MUL:
        return __builtin_mul_overflow(a, b, &r) ? mr_int_from_i128(t, (__int128)a * b) : mr_int(t, r);
    case MR_BIN_TRUEDIV:
        if (b == 0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "division by zero");
        if (mr_int_fits(a >> 5) && mr_int_fits(b >> 5)) /* both exact as doubles */
            return mr_float((double)a / (double)b);
        return mr_bigint_truediv(t, va, vb);
    case MR_BIN_FLOORDIV:
        if (b == 0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "integer division or modulo by zero");
        if (b == -1)
            return mr_int_from_i128(t, -(__int128)a);
        r = a / b;
        return mr_int(t, r - (r * b != a && (a < 0) != (b < 0)));
    case MR_BIN_MOD:
        if (b == 0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "integer modulo by zero");
        if (b == -1)
            return mr_small_int(0);
        r = a % b;
        return mr_int(t, r != 0 && (r < 0) != (b < 0) ? r + b : r);
    case MR_BIN_POW:
        return small_pow(t, a, b, va, vb);
    case MR_BIN_LSHIFT:
        if (b >= 0 && b < 64)
            return mr_int_from_i128(t, (__int128)a * ((__int128)1 << b));
        return big_binop(t, op, va, vb);
    case MR_BIN_RSHIFT:
        if (b >= 0)
            return mr_int(t, a >> (b > 63 ? 63 : b));
        return big_binop(t, op, va, vb);
    case MR_BIN_AND:
        return mr_is_bool(va) && mr_is_bool(vb) ? mr_bool(a & b) : mr_int(t, a & b);
    case MR_BIN_OR:
        return mr_is_bool(va) && mr_is_bool(vb) ? mr_bool(a | b) : mr_int(t, a | b);
    case MR_BIN_XOR:
        return mr_is_bool(va) && mr_is_bool(vb) ? mr_bool(a ^ b) : mr_int(t, a ^ b);
    default:
        return MR_NOT_IMPLEMENTED;
    }
}

/* ---- doubles ---- */

/* Python's // and % of doubles; b is not zero. */
static void double_divmod(double a, double b, double *quotient, double *remainder)
{
    double mod = fmod(a, b), div = (a - mod) / b, whole;
    if (mod != 0.0) {
        if ((b < 0) != (mod < 0)) {
            mod += b;
            div -= 1.0;
        }
    } else {
        mod = copysign(0.0, b);
    }
    if (div != 0.0) {
        whole = floor(div);
        if (div - whole > 0.5)
            whole += 1.0;
    } else {
        whole = copysign(0.0, a / b);
    }
    *quotient = whole;
    *remainder = mod;
}

static bool is_odd(double d) { return fmod(fabs(d), 2.0) == 1.0; }

/* Python's ** of doubles: a float, a complex for a negative base with a fractional power, or an error. */
static MrValue double_pow(MrThread *t, double a, double b)
{
    double r;
    bool negate = false;
    if (b == 0.0 || a == 1.0)
        return mr_float(1.0);
    if (isnan(a) || isnan(b))
        return mr_float(isnan(a) ? a : b);
    if (isinf(b)) {
        a = fabs(a);
        return mr_float(a == 1.0 ? 1.0 : (b > 0) == (a > 1.0) ? INFINITY : 0.0);
    }
    if (isinf(a)) {
        if (b > 0)
            return mr_float(is_odd(b) ? a : fabs(a));
        return mr_float(is_odd(b) ? copysign(0.0, a) : 0.0);
    }
    if (a == 0.0) {
        if (b < 0.0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return mr_float(is_odd(b) ? a : 0.0);
    }
    if (a < 0.0) {
        if (b != floor(b))
            return cpx_pow(t, (MrCpx){a, 0.0}, (MrCpx){b, 0.0});
        a = -a;
        negate = is_odd(b);
    }
    r = a == 1.0 ? 1.0 : pow(a, b);
    if (isinf(r))
        return raise_range(t);
    return mr_float(negate ? -r : r);
}

static MrValue double_binop(MrThread *t, MrBinop op, double a, double b)
{
    double q, r;
    switch (op) {
    case MR_BIN_ADD: return mr_float(a + b);
    case MR_BIN_SUB: return mr_float(a - b);
    case MR_BIN_MUL: return mr_float(a * b);
    case MR_BIN_TRUEDIV:
        return b == 0.0 ? mr_raise(t, MR_EXC_ZeroDivisionError, "float division by zero") : mr_float(a / b);
    case MR_BIN_FLOORDIV:
        if (b == 0.0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "float floor division by zero");
        double_divmod(a, b, &q, &r);
        return mr_float(q);
    case MR_BIN_MOD:
        if (b == 0.0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "float modulo");
        double_divmod(a, b, &q, &r);
        return mr_float(r);
    case MR_BIN_POW: return double_pow(t, a, b);
    default: return MR_NOT_IMPLEMENTED;
    }
}

/* ---- complex ---- */

static MrCpx cpx_mul(MrCpx a, MrCpx b) { return (MrCpx){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }

/* Smith's method: scale by the larger part of the divisor. */
bool mr_cpx_div(MrCpx a, MrCpx b, MrCpx *result)
{
    double ratio, denominator;
    if (fabs(b.re) >= fabs(b.im)) {
        if (b.re == 0.0)
            return false;
        ratio = b.im / b.re;
        denominator = b.re + b.im * ratio;
        *result = (MrCpx){(a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator};
    } else if (fabs(b.im) >= fabs(b.re)) {
        ratio = b.re / b.im;
        denominator = b.re * ratio + b.im;
        *result = (MrCpx){(a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator};
    } else {
        *result = (MrCpx){NAN, NAN};
    }
    return true;
}

static bool small_power(MrCpx a, long n, MrCpx *result)
{
    MrCpx r = {1.0, 0.0}, p = a;
    unsigned long left = (unsigned long)(n < 0 ? -n : n), mask;
    for (mask = 1; mask <= left; mask <<= 1) {
        if (left & mask)
            r = cpx_mul(r, p);
        p = cpx_mul(p, p);
    }
    if (n > 0) {
        *result = r;
        return true;
    }
    return mr_cpx_div((MrCpx){1.0, 0.0}, r, result);
}

static MrValue cpx_pow(MrThread *t, MrCpx a, MrCpx b)
{
    MrCpx r = {0.0, 0.0};
    double length, angle, phase, size;
    bool domain = false;
    if (b.im == 0.0 && b.re == floor(b.re) && fabs(b.re) <= 100.0) {
        domain = !small_power(a, (long)b.re, &r);
    } else if (a.re == 0.0 && a.im == 0.0) {
        domain = b.im != 0.0 || b.re < 0.0;
    } else {
        size = hypot(a.re, a.im);
        length = pow(size, b.re);
        angle = atan2(a.im, a.re);
        phase = angle * b.re;
        if (b.im != 0.0) {
            length /= exp(angle * b.im);
            phase += b.im * log(size);
        }
        domain = isinf(phase); /* no direction: C's cos reports a domain error, and so does CPython */
        r = (MrCpx){length * cos(phase), length * sin(phase)};
    }
    if (domain)
        return mr_raise(t, MR_EXC_ZeroDivisionError, "0.0 to a negative or complex power");
    if (isinf(r.re) || isinf(r.im))
        return mr_raise(t, MR_EXC_OverflowError, "complex exponentiation");
    return mr_complex(t, r.re, r.im);
}

static MrValue complex_binop(MrThread *t, MrBinop op, MrCpx a, MrCpx b)
{
    MrCpx r;
    switch (op) {
    case MR_BIN_ADD: return mr_complex(t, a.re + b.re, a.im + b.im);
    case MR_BIN_SUB: return mr_complex(t, a.re - b.re, a.im - b.im);
    case MR_BIN_MUL:
        r = cpx_mul(a, b);
        return mr_complex(t, r.re, r.im);
    case MR_BIN_TRUEDIV:
        if (!mr_cpx_div(a, b, &r))
            return mr_raise(t, MR_EXC_ZeroDivisionError, "complex division by zero");
        return mr_complex(t, r.re, r.im);
    case MR_BIN_POW: return cpx_pow(t, a, b);
    default: return MR_NOT_IMPLEMENTED;
    }
}

/* ---- entry points ---- */

MrValue mr_number_binop(MrThread *t, MrBinop op, MrValue va, MrValue vb)
{
    Num a = {0}, b = {0};
    if (!open_number(va, &a) || !open_number(vb, &b))
        return MR_NOT_IMPLEMENTED;
    if (a.kind <= NUM_BIG && b.kind <= NUM_BIG)
        return a.kind == NUM_INT && b.kind == NUM_INT ? small_binop(t, op, a.i, b.i, va, vb) : big_binop(t, op, va, vb);
    if (op > MR_BIN_POW) /* bits and @ are for ints alone */
        return MR_NOT_IMPLEMENTED;
    if (a.kind == NUM_COMPLEX || b.kind == NUM_COMPLEX) {
        if (op == MR_BIN_FLOORDIV || op == MR_BIN_MOD)
            return MR_NOT_IMPLEMENTED;
        if (!make_double(t, va, &a) || !make_double(t, vb, &b))
            return MR_ERROR;
        return complex_binop(t, op, (MrCpx){a.d, a.im}, (MrCpx){b.d, b.im});
    }
    if (!make_double(t, va, &a) || !make_double(t, vb, &b))
        return MR_ERROR;
    return double_binop(t, op, a.d, b.d);
}

MrValue mr_number_divmod(MrThread *t, MrValue va, MrValue vb)
{
    Num a = {0}, b = {0};
    MrValue pair[2];
    double q, r;
    if (!open_number(va, &a) || !open_number(vb, &b) || a.kind == NUM_COMPLEX || b.kind == NUM_COMPLEX)
        return MR_NOT_IMPLEMENTED;
    if (a.kind <= NUM_BIG && b.kind <= NUM_BIG) {
        if (b.kind == NUM_INT && b.i == 0)
            return mr_raise(t, MR_EXC_ZeroDivisionError, "integer division or modulo by zero");
        if (a.kind == NUM_INT && b.kind == NUM_INT && (b.i != -1 || a.i != INT64_MIN)) {
            int64_t quotient = a.i / b.i, rest = a.i % b.i;
            bool down = rest && (rest < 0) != (b.i < 0);
            pair[0] = mr_int(t, quotient - down);
            pair[1] = mr_int(t, down ? rest + b.i : rest);
            return pair[0] == MR_ERROR || pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
        }
        if (!mr_bigint_divmod(t, va, vb, &pair[0], &pair[1]))
            return MR_ERROR;
        return mr_tuple_from(t, pair, 2);
    }
    if (!make_double(t, va, &a) || !make_double(t, vb, &b))
        return MR_ERROR;
    if (b.d == 0.0)
        return mr_raise(t, MR_EXC_ZeroDivisionError, "float divmod()");
    double_divmod(a.d, b.d, &q, &r);
    pair[0] = mr_float(q);
    pair[1] = mr_float(r);
    return mr_tuple_from(t, pair, 2);
}

static bool compare_holds(MrCompare op, int order)
{
    switch (op) {
    case MR_CMP_LT: return order < 0;
    case MR_CMP_LE: return order <= 0;
    case MR_CMP_EQ: return order == 0;
    case MR_CMP_NE: return order != 0;
    case MR_CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

static MrValue compare_doubles(MrCompare op, double a, double b)
{
    if (isnan(a) || isnan(b))
        return mr_bool(op == MR_CMP_NE);
    return mr_bool(compare_holds(op, (a > b) - (a < b)));
}

/* An int (opened as a, value va) with a double, without rounding the int. */
static int order_int_double(const Num *a, MrValue va, double d)
{
    double x;
    if (a->kind == NUM_INT && a->i >= -((int64_t)1 << 53) && a->i <= (int64_t)1 << 53) {
        x = (double)a->i;
        return (x > d) - (x < d);
    }
    return mr_bigint_cmp_double(va, d);
}

MrValue mr_number_compare(MrThread *t, MrCompare op, MrValue va, MrValue vb)
{
    Num a = {0}, b = {0};
    bool equal;
    (void)t;
    if (!open_number(va, &a) || !open_number(vb, &b))
        return MR_NOT_IMPLEMENTED;
    if (a.kind == NUM_INT && b.kind == NUM_INT)
        return mr_bool(compare_holds(op, (a.i > b.i) - (a.i < b.i)));
    if (a.kind == NUM_FLOAT && b.kind == NUM_FLOAT)
        return compare_doubles(op, a.d, b.d);
    if (a.kind == NUM_COMPLEX || b.kind == NUM_COMPLEX) {
        if (op != MR_CMP_EQ && op != MR_CMP_NE)
            return MR_NOT_IMPLEMENTED;
        if (a.kind == NUM_COMPLEX && b.kind == NUM_COMPLEX)
            equal = a.d == b.d && a.im == b.im;
        else if (a.kind == NUM_COMPLEX)
            equal = a.im == 0.0 && mr_number_compare(t, MR_CMP_EQ, mr_float(a.d), vb) == MR_TRUE;
        else
            equal = b.im == 0.0 && mr_number_compare(t, MR_CMP_EQ, va, mr_float(b.d)) == MR_TRUE;
        return mr_bool(equal == (op == MR_CMP_EQ));
    }
    if (a.kind == NUM_FLOAT)
        return isnan(a.d) ? mr_bool(op == MR_CMP_NE) : mr_bool(compare_holds(op, -order_int_double(&b, vb, a.d)));
    if (b.kind == NUM_FLOAT)
        return isnan(b.d) ? mr_bool(op == MR_CMP_NE) : mr_bool(compare_holds(op, order_int_double(&a, va, b.d)));
    return mr_bool(compare_holds(op, mr_bigint_cmp(va, vb)));
}

/* ---- hashes ---- */

/* The value modulo 2^61 - 1, reading the mantissa 28 bits at a time; multiplying by 2 is a rotation of 61 bits. */
uint64_t mr_double_hash(double d)
{
    const int bits = 61;
    const uint64_t modulus = ((uint64_t)1 << bits) - 1;
    uint64_t x = 0, y;
    double m;
    int e;
    bool negative = d < 0;
    if (isinf(d))
        return negative ? (uint64_t)-314159 : 314159;
    if (isnan(d)) { /* by what tells it from other NaNs */
        memcpy(&x, &d, sizeof x);
        return (x & 0xFFFFFFFF) * 0x9E3779B97F4A7C15ull >> 4;
    }
    m = frexp(fabs(d), &e);
    while (m != 0.0) {
        x = (x << 28 & modulus) | x >> (bits - 28);
        m *= 268435456.0;
        e -= 28;
        y = (uint64_t)m;
        m -= (double)y;
        x += y;
        if (x >= modulus)
            x -= modulus;
    }
    e = e >= 0 ? e % bits : bits - 1 - ((-1 - e) % bits);
    x = (x << e & modulus) | x >> (bits - e);
    if (!negative)
        return x;
    return x == 1 ? (uint64_t)-2 : -x;
}

bool mr_number_hash(MrThread *t, MrValue v, uint64_t *hash)
{
    Num n = {0};
    uint64_t h;
    open_number(v, &n);
    switch (n.kind) {
    case NUM_INT:
    case NUM_BIG:
        return mr_bigint_hash(t, v, hash);
    case NUM_FLOAT:
        *hash = mr_double_hash(n.d);
        return true;
    default:
        h = mr_double_hash(n.d) + 1000003 * mr_double_hash(n.im);
        *hash = h == (uint64_t)-1 ? (uint64_t)-2 : h;
        return true;
    }
}
