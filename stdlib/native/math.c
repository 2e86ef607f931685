/* math: elementary functions of doubles, and the module's table. Sums, special and integer functions are in math_sums.c, math_special.c,
 * math_ints.c.
 *
 * Errors follow C's Annex F as CPython reads it: a NaN from arguments that are not NaN is a ValueError, an infinity from finite arguments is
 * an OverflowError where the function can overflow and a ValueError (a pole) where it cannot. */
#include <limits.h>
#include <math.h>

#include "stdlib/native/math_parts.h"
#include "vm/types/bigint.h"
#include "vm/types/float.h"
#include "vm/types/number.h"

static MrValue check_result(MrThread *t, double x, double r, bool can_overflow)
{
    if (isnan(r) && !isnan(x))
        return mr_math_domain_error(t);
    if (isinf(r) && isfinite(x))
        return can_overflow ? mr_math_range_error(t) : mr_math_domain_error(t);
    return mr_float(r);
}

#define FUNCTION(name, call, can_overflow)                                                               \
    static MrValue math_##name(MrThread *t, MrValue *a)                                                  \
    {                                                                                                    \
        double x;                                                                                        \
        return mr_to_double(t, a[0], &x) ? check_result(t, x, call(x), can_overflow) : MR_ERROR;         \
    }
FUNCTION(acos, acos, false)
FUNCTION(acosh, acosh, false)
FUNCTION(asin, asin, false)
FUNCTION(asinh, asinh, false)
FUNCTION(atan, atan, false)
FUNCTION(atanh, atanh, false)
FUNCTION(cbrt, cbrt, false)
FUNCTION(cos, cos, false)
FUNCTION(cosh, cosh, true)
FUNCTION(exp, exp, true)
FUNCTION(exp2, exp2, true)
FUNCTION(expm1, expm1, true)
FUNCTION(fabs, fabs, false)
FUNCTION(log1p, log1p, false)
FUNCTION(sin, sin, false)
FUNCTION(sinh, sinh, true)
FUNCTION(sqrt, sqrt, false)
FUNCTION(tan, tan, false)
FUNCTION(tanh, tanh, false)
FUNCTION(erf, erf, false)
FUNCTION(erfc, erfc, false)
#undef FUNCTION

static MrValue math_atan2(MrThread *t, MrValue *a)
{
    double y, x;
    return mr_to_double(t, a[0], &y) && mr_to_double(t, a[1], &x) ? mr_float(atan2(y, x)) : MR_ERROR;
}

static MrValue math_copysign(MrThread *t, MrValue *a)
{
    double x, y;
    return mr_to_double(t, a[0], &x) && mr_to_double(t, a[1], &y) ? mr_float(copysign(x, y)) : MR_ERROR;
}

static MrValue math_fmod(MrThread *t, MrValue *a)
{
    double x, y, r;
    if (!mr_to_double(t, a[0], &x) || !mr_to_double(t, a[1], &y))
        return MR_ERROR;
    r = isinf(y) && isfinite(x) ? x : fmod(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? mr_math_domain_error(t) : mr_float(r);
}

static MrValue math_remainder(MrThread *t, MrValue *a)
{
    double x, y, r;
    if (!mr_to_double(t, a[0], &x) || !mr_to_double(t, a[1], &y))
        return MR_ERROR;
    r = remainder(x, y);
    if (r == 0) /* glibc forgets the sign beside denormal divisors */
        r = copysign(0, x);
    return isnan(r) && !isnan(x) && !isnan(y) ? mr_math_domain_error(t) : mr_float(r);
}

static MrValue math_pow(MrThread *t, MrValue *a)
{
    double x, y, r;
    if (!mr_to_double(t, a[0], &x) || !mr_to_double(t, a[1], &y))
        return MR_ERROR;
    r = pow(x, y);
    if (isfinite(x) && isfinite(y) && !isfinite(r))
        return isnan(r) || x == 0.0 ? mr_math_domain_error(t) : mr_math_range_error(t);
    return mr_float(r);
}

static MrValue math_degrees(MrThread *t, MrValue *a)
{
    double x;
    return mr_to_double(t, a[0], &x) ? mr_float(x * (180.0 / M_PI)) : MR_ERROR;
}

static MrValue math_radians(MrThread *t, MrValue *a)
{
    double x;
    return mr_to_double(t, a[0], &x) ? mr_float(x * (M_PI / 180.0)) : MR_ERROR;
}

/* ---- logarithms: of ints too large for a double through their exponent ---- */

static bool logarithm(MrThread *t, MrValue v, double (*log_of)(double), double *out)
{
    double x;
    int64_t exponent;
    if (mr_is_integer(v)) {
        if (mr_int_sign(v) <= 0)
            return mr_math_domain_error(t) != MR_ERROR;
        x = mr_bigint_double(v);
        if (isinf(x)) {
            x = mr_bigint_frexp(v, &exponent);
            *out = log_of(x) + log_of(2.0) * (double)exponent;
            return true;
        }
    } else if (!mr_to_double(t, v, &x)) {
        return false;
    }
    if (x <= 0.0)
        return mr_math_domain_error(t) != MR_ERROR;
    *out = log_of(x);
    return true;
}

static MrValue math_log(MrThread *t, MrValue *a)
{
    double num, den;
    if (!logarithm(t, a[0], log, &num))
        return MR_ERROR;
    if (a[1] == MR_UNBOUND)
        return mr_float(num);
    if (!logarithm(t, a[1], log, &den))
        return MR_ERROR;
    return mr_number_binop(t, MR_BIN_TRUEDIV, mr_float(num), mr_float(den));
}

static MrValue math_log2(MrThread *t, MrValue *a)
{
    double r;
    return logarithm(t, a[0], log2, &r) ? mr_float(r) : MR_ERROR;
}

static MrValue math_log10(MrThread *t, MrValue *a)
{
    double r;
    return logarithm(t, a[0], log10, &r) ? mr_float(r) : MR_ERROR;
}

/* ---- rounding, parts of doubles ---- */

static MrValue to_whole(MrThread *t, MrValue v, MrSlot slot, double (*whole)(double))
{
    MrValue r;
    double x;
    if (mr_is_float(v))
        return mr_int_from_double(t, whole(mr_float_of(v)));
    if (mr_is_int(v))
        return v;
    r = mr_call_slot(t, v, slot, 0, NULL);
    if (r != MR_UNBOUND)
        return r;
    return mr_to_double(t, v, &x) ? mr_int_from_double(t, whole(x)) : MR_ERROR;
}

static MrValue math_floor(MrThread *t, MrValue *a) { return to_whole(t, a[0], MR_SLOT_floor, floor); }
static MrValue math_ceil(MrThread *t, MrValue *a) { return to_whole(t, a[0], MR_SLOT_ceil, ceil); }

static MrValue math_trunc(MrThread *t, MrValue *a)
{
    MrValue r;
    if (mr_is_float(a[0]))
        return mr_int_from_double(t, mr_float_of(a[0]));
    if (mr_is_int(a[0]))
        return a[0];
    r = mr_call_slot(t, a[0], MR_SLOT_trunc, 0, NULL);
    if (r != MR_UNBOUND)
        return r;
    return mr_raise(t, MR_EXC_TypeError, "type %s doesn't define __trunc__ method", mr_type_name(t, a[0]));
}

static MrValue math_frexp(MrThread *t, MrValue *a)
{
    double x;
    int exponent = 0;
    MrValue pair[2];
    if (!mr_to_double(t, a[0], &x))
        return MR_ERROR;
    pair[0] = mr_float(isfinite(x) && x != 0.0 ? frexp(x, &exponent) : x);
    pair[1] = mr_small_int(exponent);
    return mr_tuple_from(t, pair, 2);
}

static MrValue math_ldexp(MrThread *t, MrValue *a)
{
    double x, r;
    int64_t exponent;
    bool ok;
    if (!mr_to_double(t, a[0], &x))
        return MR_ERROR;
    if (!mr_is_integer(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "Expected an int as second argument to ldexp.");
    exponent = mr_to_i64_clamped(t, a[1], &ok);
    if (!ok)
        return MR_ERROR;
    if (x == 0.0 || !isfinite(x))
        return mr_float(x);
    r = ldexp(x, exponent > INT_MAX ? INT_MAX : exponent < INT_MIN ? INT_MIN : (int)exponent);
    return isinf(r) ? mr_math_range_error(t) : mr_float(r);
}

static MrValue math_modf(MrThread *t, MrValue *a)
{
    double x, whole;
    MrValue pair[2];
    if (!mr_to_double(t, a[0], &x))
        return MR_ERROR;
    pair[0] = mr_float(modf(x, &whole));
    pair[1] = mr_float(whole);
    return mr_tuple_from(t, pair, 2);
}

static MrValue math_ulp(MrThread *t, MrValue *a)
{
    double x, next;
    if (!mr_to_double(t, a[0], &x))
        return MR_ERROR;
    x = fabs(x);
    if (!isfinite(x))
        return mr_float(x);
    next = nextafter(x, INFINITY);
    return mr_float(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

/* Doubles of one sign are ordered as their bits are; zero is the border between the two signs. */
static double step_towards(double x, double y, uint64_t steps)
{
    const uint64_t sign = (uint64_t)1 << 63;
    uint64_t from, to, left;
    double r;
    if (steps == 0 || isnan(x))
        return x;
    if (isnan(y) || x == y)
        return y;
    memcpy(&from, &x, sizeof from);
    memcpy(&to, &y, sizeof to);
    if ((from & sign) == (to & sign)) {
        left = from > to ? from - to : to - from;
        steps = steps < left ? steps : left;
        from = from > to ? from - steps : from + steps;
    } else {
        left = (from & ~sign) + (to & ~sign);
        if (steps >= left)
            return y;
        if (steps > (from & ~sign))
            from = (to & sign) | (steps - (from & ~sign));
        else
            from -= steps;
    }
    memcpy(&r, &from, sizeof r);
    return r;
}

static MrValue math_nextafter(MrThread *t, MrValue *a)
{
    double x, y;
    MrValue steps;
    MrIntView n;
    if (!mr_to_double(t, a[0], &x) || !mr_to_double(t, a[1], &y))
        return MR_ERROR;
    if (a[2] == MR_UNBOUND || a[2] == MR_NONE)
        return mr_float(nextafter(x, y));
    steps = mr_index(t, a[2]);
    if (steps == MR_ERROR)
        return MR_ERROR;
    mr_int_view(steps, &n);
    if (n.negative)
        return mr_raise(t, MR_EXC_ValueError, "steps must be a non-negative integer");
    return mr_float(step_towards(x, y, n.n == 0 ? 0 : n.n > 1 ? UINT64_MAX : n.limbs[0]));
}

/* ---- predicates ---- */

static MrValue math_isfinite(MrThread *t, MrValue *a)
{
    double x;
    return mr_to_double(t, a[0], &x) ? mr_bool(isfinite(x)) : MR_ERROR;
}

static MrValue math_isinf(MrThread *t, MrValue *a)
{
    double x;
    return mr_to_double(t, a[0], &x) ? mr_bool(isinf(x)) : MR_ERROR;
}

static MrValue math_isnan(MrThread *t, MrValue *a)
{
    double x;
    return mr_to_double(t, a[0], &x) ? mr_bool(isnan(x)) : MR_ERROR;
}

static MrValue math_isclose(MrThread *t, MrValue *a)
{
    double x, y, relative = 1e-09, absolute = 0.0, difference;
    if (!mr_to_double(t, a[0], &x) || !mr_to_double(t, a[1], &y) || (a[2] != MR_UNBOUND && !mr_to_double(t, a[2], &relative)) ||
        (a[3] != MR_UNBOUND && !mr_to_double(t, a[3], &absolute)))
        return MR_ERROR;
    if (relative < 0.0 || absolute < 0.0)
        return mr_raise(t, MR_EXC_ValueError, "tolerances must be non-negative");
    if (x == y)
        return MR_TRUE;
    if (isinf(x) || isinf(y))
        return MR_FALSE;
    difference = fabs(y - x);
    return mr_bool(difference <= fabs(relative * y) || difference <= fabs(relative * x) || difference <= absolute);
}

static const MrMethodDef functions[] = {
    {"acos(x, /)", math_acos, "Arc cosine of x, between 0 and pi.", 0},
    {"acosh(x, /)", math_acosh, "The number whose cosh is x.", 0},
    {"asin(x, /)", math_asin, "Arc sine of x, between -pi/2 and pi/2.", 0},
    {"asinh(x, /)", math_asinh, "The number whose sinh is x.", 0},
    {"atan(x, /)", math_atan, "Arc tangent of x, between -pi/2 and pi/2.", 0},
    {"atan2(y, x, /)", math_atan2, "Arc tangent of y/x, in the quadrant of the point (x, y).", 0},
    {"atanh(x, /)", math_atanh, "The number whose tanh is x.", 0},
    {"cbrt(x, /)", math_cbrt, "The number whose third power is x.", 0},
    {"ceil(x, /)", math_ceil, "The smallest int that is not smaller than x.", 0},
    {"comb(n, k, /)", mr_math_comb, "In how many ways k of n things can be chosen, when their order does not count.", 0},
    {"copysign(x, y, /)", math_copysign, "x with the sign of y.", 0},
    {"cos(x, /)", math_cos, "Cosine of x radians.", 0},
    {"cosh(x, /)", math_cosh, "(e**x + e**-x) / 2.", 0},
    {"degrees(x, /)", math_degrees, "Turn an angle in radians into degrees.", 0},
    {"dist(p, q, /)", mr_math_dist, "Euclidean distance of two points, given as sequences of coordinates.", 0},
    {"erf(x, /)", math_erf, "The error function of statistics: 2/sqrt(pi) times the integral of exp(-t*t) from 0 to x.", 0},
    {"erfc(x, /)", math_erfc, "1 - erf(x), precise for large x.", 0},
    {"exp(x, /)", math_exp, "e**x, more exact than computing the power.", 0},
    {"exp2(x, /)", math_exp2, "2**x as a float.", 0},
    {"expm1(x, /)", math_expm1, "exp(x) - 1, precise for small x.", 0},
    {"fabs(x, /)", math_fabs, "x without its sign, as a float.", 0},
    {"factorial(n, /)", mr_math_factorial, "n!", 0},
    {"floor(x, /)", math_floor, "The greatest int that is not greater than x.", 0},
    {"fmod(x, y, /)", math_fmod, "Remainder of x / y with the sign of x.", 0},
    {"frexp(x, /)", math_frexp, "(m, e) such that x == m * 2**e and 0.5 <= abs(m) < 1.", 0},
    {"fsum(seq, /)", mr_math_fsum, "Sum of floats without loss of precision on the way.", 0},
    {"gamma(x, /)", mr_math_gamma, "The gamma function, (n - 1)! for a whole n.", 0},
    {"gcd(*integers)", mr_math_gcd, "Greatest common divisor.", 0},
    {"hypot(*coordinates)", mr_math_hypot, "Length of the vector from the origin to the point.", 0},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", math_isclose, "Are a and b close, by a relative and an absolute tolerance?", 0},
    {"isfinite(x, /)", math_isfinite, "Whether x is a number with an end: no infinity, no NaN.", 0},
    {"isinf(x, /)", math_isinf, "Is x an infinity?", 0},
    {"isnan(x, /)", math_isnan, "Is x a NaN?", 0},
    {"isqrt(n, /)", mr_math_isqrt, "The largest int whose square is not above n.", 0},
    {"lcm(*integers)", mr_math_lcm, "Least common multiple.", 0},
    {"ldexp(x, i, /)", math_ldexp, "x * 2**i.", 0},
    {"lgamma(x, /)", mr_math_lgamma, "log(abs(gamma(x))), also where gamma(x) would overflow.", 0},
    {"log(x, base=..., /)", math_log, "Logarithm of x to the base, which is e if not given.", 0},
    {"log10(x, /)", math_log10, "Logarithm of x to the base 10.", 0},
    {"log1p(x, /)", math_log1p, "log(1 + x), precise for small x.", 0},
    {"log2(x, /)", math_log2, "Logarithm of x to the base 2.", 0},
    {"modf(x, /)", math_modf, "(fraction, whole part) of x, both floats with its sign.", 0},
    {"nextafter(x, y, /, *, steps=None)", math_nextafter, "The float that is `steps` (1) floats from x towards y.", 0},
    {"perm(n, k=None, /)", mr_math_perm, "In how many ways k of n things can be lined up.", 0},
    {"pow(x, y, /)", math_pow, "x**y, computed with floats as C does.", 0},
    {"prod(iterable, /, *, start=1)", mr_math_prod, "Product of the items and the start value.", 0},
    {"radians(x, /)", math_radians, "Turn an angle in degrees into radians.", 0},
    {"remainder(x, y, /)", math_remainder, "x - n*y for the integer n nearest to x/y, halves to even.", 0},
    {"sin(x, /)", math_sin, "Sine of x radians.", 0},
    {"sinh(x, /)", math_sinh, "(e**x - e**-x) / 2.", 0},
    {"sqrt(x, /)", math_sqrt, "The number whose square is x; raises ValueError for a negative x.", 0},
    {"sumprod(p, q, /)", mr_math_sumprod, "p[0]*q[0] + p[1]*q[1] and so on, without losing precision on the way.", 0},
    {"tan(x, /)", math_tan, "Tangent of x radians.", 0},
    {"tanh(x, /)", math_tanh, "sinh(x) / cosh(x).", 0},
    {"trunc(x, /)", math_trunc, "x without its fractional part, by x.__trunc__().", 0},
    {"ulp(x, /)", math_ulp, "How much the last bit of the float x counts.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    return mr_module_add(t, m, "pi", mr_float(M_PI)) && mr_module_add(t, m, "e", mr_float(M_E)) &&
           mr_module_add(t, m, "tau", mr_float(2.0 * M_PI)) && mr_module_add(t, m, "inf", mr_float(INFINITY)) &&
           mr_module_add(t, m, "nan", mr_float(NAN));
}

const MrModuleDef mr_module_math = {
    .name = "math",
    .functions = functions,
    .init = init,
    .doc = "C's functions on floats, and some on whole numbers.",
};
