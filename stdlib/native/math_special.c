/* math: gamma and lgamma by Lanczos' approximation with g = 6.024680040776729583740234375 and 13 terms (coefficients: Boost.Math's
 * lanczos13m53), so that the results agree to the last digit with CPython's, which uses the same ones; a libm's differ. */
#include <math.h>

#include "stdlib/native/math_parts.h"

#define TERMS 13
#define LANCZOS_G 6.024680040776729583740234375
#define LANCZOS_G_MINUS_HALF 5.524680040776729583740234375

static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};

/* x (x+1) ... (x+11) multiplied out */
static const double denominator[TERMS] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                          2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};

#define FACTORIALS 23
static const double factorials[FACTORIALS] = {
    1.0, 1.0, 2.0, 6.0, 24.0, 120.0, 720.0, 5040.0, 40320.0, 362880.0, 3628800.0, 39916800.0, 479001600.0, 6227020800.0, 87178291200.0,
    1307674368000.0, 20922789888000.0, 355687428096000.0, 6402373705728000.0, 121645100408832000.0, 2432902008176640000.0,
    51090942171709440000.0, 1124000727777607680000.0,
};

/* For x > 5 in powers of 1/x, where the sums stay small. */
static double lanczos_sum(double x)
{
    double num = 0.0, den = 0.0;
    int i;
    if (x < 5.0) {
        for (i = TERMS - 1; i >= 0; i--) {
            num = num * x + numerator[i];
            den = den * x + denominator[i];
        }
    } else {
        for (i = 0; i < TERMS; i++) {
            num = num / x + numerator[i];
            den = den / x + denominator[i];
        }
    }
    return num / den;
}

/* sin(pi x), exact at multiples of one half. */
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(M_PI * y); break;
    case 1: r = cos(M_PI * (y - 0.5)); break;
    case 2: r = sin(M_PI * (1.0 - y)); break; /* -sin(pi (y - 1)) keeps the sign of zero */
    case 3: r = -cos(M_PI * (y - 1.5)); break;
    default: r = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

MrValue mr_math_gamma(MrThread *t, MrValue *a)
{
    double x, absx, y, z, r, root;
    if (!mr_to_double(t, a[0], &x))
        return MR_ERROR;
    if (!isfinite(x))
        return isnan(x) || x > 0.0 ? mr_float(x) : mr_math_domain_error(t);
    if (x == 0.0)
        return mr_math_domain_error(t);
    if (x == floor(x)) {
        if (x < 0.0)
            return mr_math_domain_error(t);
        if (x <= FACTORIALS)
            return mr_float(factorials[(int)x - 1]);
    }
    absx = fabs(x);
    if (absx < 1e-20) {
        r = 1.0 / x;
        return isinf(r) ? mr_math_range_error(t) : mr_float(r);
    }
    if (absx > 200.0) /* overflow, or for negative x underflow with the sign of sin(pi x) */
        return x < 0.0 ? mr_float(0.0 / sin_pi(x)) : mr_math_range_error(t);
    y = absx + LANCZOS_G_MINUS_HALF;
    if (absx > LANCZOS_G_MINUS_HALF) { /* z: what rounding lost in y */
        z = y - absx;
        z -= LANCZOS_G_MINUS_HALF;
    } else {
        z = y - LANCZOS_G_MINUS_HALF;
        z -= absx;
    }
    z = z * LANCZOS_G / y;
    if (x < 0.0) {
        r = -M_PI / sin_pi(absx) / absx * exp(y) / lanczos_sum(absx);
        r -= z * r;
        if (absx < 140.0) {
            r /= pow(y, absx - 0.5);
        } else {
            root = pow(y, absx / 2.0 - 0.25);
            r /= root;
            r /= root;
        }
    } else {
        r = lanczos_sum(absx) / exp(y);
        r += z * r;
        if (absx < 140.0) {
            r *= pow(y, absx - 0.5);
        } else {
            root = pow(y, absx / 2.0 - 0.25);
            r *= root;
            r *= root;
        }
    }
    return isinf(r) ? mr_math_range_error(t) : mr_float(r);
}

MrValue mr_math_lgamma(MrThread *t, MrValue *a)
{
    double x, absx, r;
    if (!mr_to_double(t, a[0], &x))
        return MR_ERROR;
    if (!isfinite(x))
        return mr_float(isnan(x) ? x : INFINITY);
    if (x == floor(x) && x <= 2.0)
        return x <= 0.0 ? mr_math_domain_error(t) : mr_float(0.0);
    absx = fabs(x);
    if (absx < 1e-20)
        return mr_float(-log(absx));
    r = log(lanczos_sum(absx)) - LANCZOS_G;
    r += (absx - 0.5) * (log(absx + LANCZOS_G - 0.5) - 1);
    if (x < 0.0)
        r = log(M_PI) - log(fabs(sin_pi(absx))) - log(absx) - r;
    return isinf(r) ? mr_math_range_error(t) : mr_float(r);
}
