/* math: fsum, sumprod, prod, hypot, dist.
 *
 * fsum keeps the exact sum as doubles that do not overlap (Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997). sumprod of
 * floats adds in triple length (Ogita, Rump, Oishi, "Accurate Sum and Dot Product", 2005). Norms are sums of squares in double length,
 * scaled by a power of two, with one correction of the root. */
#include <math.h>

#include "stdlib/native/math_parts.h"
#include "vm/types/bigint.h"
#include "vm/types/float.h"
#include "vm/types/number.h"

typedef struct Double2 { double hi, lo; } Double2;
typedef struct Double3 { double hi, lo, tiny; } Double3;

static Double2 two_sum(double a, double b)
{
    double s = a + b, z = s - a;
    return (Double2){s, (a - (s - z)) + (b - z)};
}

static Double2 two_product(double a, double b)
{
    double p = a * b;
    return (Double2){p, fma(a, b, -p)};
}

/* ---- fsum ---- */

/* Rounds the partials, smallest first, to one double, half to even as if they were one number. */
static double round_partials(const double *p, size_t n)
{
    double hi = 0.0, lo = 0.0, x, y;
    if (n == 0)
        return 0.0;
    hi = p[--n];
    while (n > 0) {
        x = hi;
        y = p[--n];
        hi = x + y;
        lo = y - (hi - x);
        if (lo != 0.0)
            break;
    }
    if (n > 0 && ((lo < 0.0 && p[n - 1] < 0.0) || (lo > 0.0 && p[n - 1] > 0.0))) {
        y = lo * 2.0;
        x = hi + y;
        if (y == x - hi)
            hi = x;
    }
    return hi;
}

MrValue mr_math_fsum(MrThread *t, MrValue *a)
{
    MrValue iterator = mr_iter(t, a[0]), item;
    double stack[32], *p = stack, *larger, x, y, hi, lo, given, special = 0.0, infinities = 0.0, swap;
    size_t n = 0, room = 32, i, j;
    if (iterator == MR_ERROR)
        return MR_ERROR;
    while ((item = mr_next(t, iterator)) != MR_UNBOUND) {
        if (item == MR_ERROR || !mr_to_double(t, item, &x))
            return MR_ERROR;
        given = x;
        for (i = j = 0; j < n; j++) {
            y = p[j];
            if (fabs(x) < fabs(y)) {
                swap = x;
                x = y;
                y = swap;
            }
            hi = x + y;
            lo = y - (hi - x);
            if (lo != 0.0)
                p[i++] = lo;
            x = hi;
        }
        n = i;
        if (x == 0.0)
            continue;
        if (!isfinite(x)) {
            if (isfinite(given))
                return mr_raise(t, MR_EXC_OverflowError, "intermediate overflow in fsum");
            if (isinf(given))
                infinities += given;
            special += given;
            n = 0;
            continue;
        }
        if (n == room) {
            larger = mr_buffer_new(t, room * 2 * sizeof *p);
            if (larger == NULL)
                return MR_ERROR;
            memcpy(larger, p, n * sizeof *p);
            p = larger;
            room *= 2;
        }
        p[n++] = x;
    }
    if (special != 0.0) {
        if (isnan(infinities))
            return mr_raise(t, MR_EXC_ValueError, "-inf + inf in fsum");
        return mr_float(special);
    }
    return mr_float(round_partials(p, n));
}

/* ---- sumprod ---- */

static Double3 add_product(Double3 total, double a, double b)
{
    Double2 product = two_product(a, b), sum = two_sum(total.hi, product.hi), r1 = two_sum(total.lo, product.lo), r2 = two_sum(r1.hi, sum.lo);
    return (Double3){sum.hi, r2.hi, total.tiny + r1.lo + r2.lo};
}

static double close_total(Double3 total)
{
    Double2 last = two_sum(total.lo, total.tiny), sum = two_sum(total.hi, last.hi);
    return sum.hi + (sum.lo + last.lo);
}

static bool is_exact_int(MrValue v) { return mr_is_int(v) || mr_is_exact(v, MR_TYPE_int); }

/* Both as doubles when one is a float and the other a float or int; false otherwise (errors included: the plain way reports them). */
static bool as_doubles(MrValue p, MrValue q, double *x, double *y)
{
    if (!(mr_is_float(p) && (mr_is_float(q) || is_exact_int(q) || mr_is_bool(q))) &&
        !(mr_is_float(q) && (is_exact_int(p) || mr_is_bool(p))))
        return false;
    mr_number_parts(p, x, NULL);
    mr_number_parts(q, y, NULL);
    return true;
}

static bool add_to(MrThread *t, MrValue *total, MrValue v)
{
    *total = v == MR_ERROR ? v : mr_binary(t, MR_BIN_ADD, *total, v);
    return *total != MR_ERROR;
}

/* Three ways in turn, each left for good at the first pair that it cannot take: int64, floats in triple length, any objects. */
MrValue mr_math_sumprod(MrThread *t, MrValue *a)
{
    MrValue ip = mr_iter(t, a[0]), iq, p, q, total = mr_small_int(0);
    Double3 sum = {0.0, 0.0, 0.0}, next;
    bool ints = true, floats = true, in_use = false;
    int64_t whole = 0, m, n;
    double x, y;
    iq = ip == MR_ERROR ? ip : mr_iter(t, a[1]);
    if (iq == MR_ERROR)
        return MR_ERROR;
    for (;;) {
        p = mr_next(t, ip);
        q = p == MR_ERROR ? p : mr_next(t, iq);
        if (q == MR_ERROR)
            return MR_ERROR;
        if ((p == MR_UNBOUND) != (q == MR_UNBOUND))
            return mr_raise(t, MR_EXC_ValueError, "Inputs are not the same length");
        if (p == MR_UNBOUND)
            break;
        if (ints) {
            if (is_exact_int(p) && is_exact_int(q) && mr_int_as_i64(p, &m) && mr_int_as_i64(q, &n) && !__builtin_mul_overflow(m, n, &m) &&
                !__builtin_add_overflow(whole, m, &n)) {
                whole = n;
                continue;
            }
            ints = false;
            total = mr_int(t, whole);
            if (total == MR_ERROR)
                return MR_ERROR;
        }
        if (floats) {
            if (as_doubles(p, q, &x, &y)) {
                next = add_product(sum, x, y);
                if (isfinite(next.hi)) {
                    sum = next;
                    in_use = true;
                    continue;
                }
            }
            floats = false;
            if (in_use && !add_to(t, &total, mr_float(close_total(sum))))
                return MR_ERROR;
            in_use = false;
        }
        if (!add_to(t, &total, mr_binary(t, MR_BIN_MUL, p, q)))
            return MR_ERROR;
    }
    if (ints)
        return mr_int(t, whole);
    if (in_use && !add_to(t, &total, mr_float(close_total(sum))))
        return MR_ERROR;
    return total;
}

MrValue mr_math_prod(MrThread *t, MrValue *a)
{
    MrValue iterator = mr_iter(t, a[0]), item, product = a[1] == MR_UNBOUND ? mr_small_int(1) : a[1];
    if (iterator == MR_ERROR)
        return MR_ERROR;
    while ((item = mr_next(t, iterator)) != MR_UNBOUND) {
        if (item == MR_ERROR)
            return MR_ERROR;
        product = mr_binary(t, MR_BIN_MUL, product, item);
        if (product == MR_ERROR)
            return MR_ERROR;
    }
    return product;
}

/* ---- norms ---- */

/* v[] is scratch; max is the greatest absolute value in it. */
static double norm(double *v, size_t n, double max, bool found_nan)
{
    double hi = 0.0, lo = 0.0, h, x;
    Double2 square, sum;
    int exponent;
    size_t i;
    if (isinf(max))
        return max;
    if (found_nan)
        return NAN;
    if (max == 0.0 || n <= 1)
        return max;
    frexp(max, &exponent);
    for (i = 0; i < n; i++) {
        x = ldexp(v[i], -exponent);
        square = two_product(x, x);
        sum = two_sum(hi, square.hi);
        hi = sum.hi;
        lo += sum.lo + square.lo;
    }
    h = sqrt(hi + lo);
    square = two_product(h, h);
    h += ((hi - square.hi) - square.lo + lo) / (2.0 * h);
    return ldexp(h, exponent);
}

MrValue mr_math_hypot(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[0]);
    double small[8], *v = small, max = 0.0;
    bool found_nan = false;
    size_t i, n = args->length;
    if (n > 8 && (v = mr_buffer_new(t, n * sizeof *v)) == NULL)
        return MR_ERROR;
    for (i = 0; i < n; i++) {
        if (!mr_to_double(t, args->items[i], &v[i]))
            return MR_ERROR;
        v[i] = fabs(v[i]);
        found_nan |= isnan(v[i]);
        if (v[i] > max)
            max = v[i];
    }
    return mr_float(norm(v, n, max, found_nan));
}

MrValue mr_math_dist(MrThread *t, MrValue *a)
{
    MrValue p = mr_is_tuple(a[0]) ? a[0] : mr_tuple_of(t, a[0]), q;
    double *v, max = 0.0, x, y;
    bool found_nan = false;
    size_t i, n;
    q = p == MR_ERROR ? p : mr_is_tuple(a[1]) ? a[1] : mr_tuple_of(t, a[1]);
    if (q == MR_ERROR)
        return MR_ERROR;
    n = MR_TUPLE(p)->length;
    if (n != MR_TUPLE(q)->length)
        return mr_raise(t, MR_EXC_ValueError, "both points must have the same number of dimensions");
    v = mr_buffer_new(t, (n + 1) * sizeof *v);
    if (v == NULL)
        return MR_ERROR;
    for (i = 0; i < n; i++) {
        if (!mr_to_double(t, MR_TUPLE(p)->items[i], &x) || !mr_to_double(t, MR_TUPLE(q)->items[i], &y))
            return MR_ERROR;
        v[i] = fabs(x - y);
        found_nan |= isnan(v[i]);
        if (v[i] > max)
            max = v[i];
    }
    return mr_float(norm(v, n, max, found_nan));
}
