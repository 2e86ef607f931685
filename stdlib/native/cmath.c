/* cmath: elementary functions of complex numbers.
 *
 * Finite arguments go through formulas that lose no precision near the branch cuts (Kahan, "Branch cuts for complex elementary functions",
 * 1987), with arguments near the ends of the range scaled. Infinities and NaNs are the C library's, which follows C's Annex G; where that leaves a
 * sign or a choice open, CPython's is taken.
 * In each function a domain error is a pole or an infinite angle, a range error an infinite result of finite arguments. */
#include <complex.h>
#undef I
#include <float.h>
#include <math.h>

#include "stdlib/native/math_parts.h"
#include "vm/types/number.h"

#define LARGE (DBL_MAX / 4.0)
#define SQRT_LARGE 6.703903964971298e+153 /* sqrt(LARGE) */
#define LOG_LARGE 708.3964185322641       /* log(LARGE) */
#define SQRT_MIN 1.4916681462400413e-154  /* sqrt(DBL_MIN) */
#define LN2 0.6931471805599453094
#define LN10 2.302585092994045684

typedef enum Trouble { NONE, DOMAIN, RANGE } Trouble;

static bool finite2(MrCpx z) { return isfinite(z.re) && isfinite(z.im); }

static double _Complex to_c(MrCpx z)
{
    double parts[2] = {z.re, z.im};
    double _Complex c;
    memcpy(&c, parts, sizeof c); /* CMPLX without the compiler's extensions: infinities stay apart */
    return c;
}

static MrCpx from_c(double _Complex c) { return (MrCpx){creal(c), cimag(c)}; }

/* log(hypot) of a point whose size may overflow */
static double log_size_large(MrCpx z) { return log(hypot(z.re / 2.0, z.im / 2.0)) + LN2 * 2.0; }

static bool is_large(MrCpx z) { return fabs(z.re) > LARGE || fabs(z.im) > LARGE; }

static MrCpx c_sqrt(MrCpx z, Trouble *trouble)
{
    double ax = fabs(z.re), ay = fabs(z.im), s, d;
    (void)trouble;
    if (!finite2(z))
        return from_c(csqrt(to_c(z)));
    if (ax == 0.0 && ay == 0.0)
        return (MrCpx){0.0, z.im};
    if (ax < DBL_MIN && ay < DBL_MIN) {
        ax = ldexp(ax, 53);
        s = ldexp(sqrt(ax + hypot(ax, ldexp(ay, 53))), -27);
    } else {
        ax /= 8.0;
        s = 2.0 * sqrt(ax + hypot(ax, ay / 8.0));
    }
    d = ay / (2.0 * s);
    return z.re >= 0.0 ? (MrCpx){s, copysign(d, z.im)} : (MrCpx){d, copysign(s, z.im)};
}

static MrCpx c_acos(MrCpx z, Trouble *trouble)
{
    MrCpx s1, s2;
    double size;
    if (isinf(z.re) && isnan(z.im))
        return (MrCpx){NAN, INFINITY};
    if (!finite2(z))
        return from_c(cacos(to_c(z)));
    if (is_large(z)) {
        size = log_size_large(z);
        return (MrCpx){atan2(fabs(z.im), z.re), z.re < 0.0 ? -copysign(size, z.im) : copysign(size, -z.im)};
    }
    s1 = c_sqrt((MrCpx){1.0 - z.re, -z.im}, trouble);
    s2 = c_sqrt((MrCpx){1.0 + z.re, z.im}, trouble);
    return (MrCpx){2.0 * atan2(s1.re, s2.re), asinh(s2.re * s1.im - s2.im * s1.re)};
}

static MrCpx c_acosh(MrCpx z, Trouble *trouble)
{
    MrCpx s1, s2;
    if (isfinite(z.re) && isnan(z.im))
        return (MrCpx){NAN, NAN};
    if (!finite2(z))
        return from_c(cacosh(to_c(z)));
    if (is_large(z))
        return (MrCpx){log_size_large(z), atan2(z.im, z.re)};
    s1 = c_sqrt((MrCpx){z.re - 1.0, z.im}, trouble);
    s2 = c_sqrt((MrCpx){z.re + 1.0, z.im}, trouble);
    return (MrCpx){asinh(s1.re * s2.re + s1.im * s2.im), 2.0 * atan2(s1.im, s2.re)};
}

static MrCpx c_asinh(MrCpx z, Trouble *trouble)
{
    MrCpx s1, s2;
    if (isnan(z.re) && isinf(z.im))
        return (MrCpx){INFINITY, NAN};
    if (!finite2(z))
        return from_c(casinh(to_c(z)));
    if (is_large(z))
        return (MrCpx){copysign(log_size_large(z), z.re), atan2(z.im, fabs(z.re))};
    s1 = c_sqrt((MrCpx){1.0 + z.im, -z.re}, trouble);
    s2 = c_sqrt((MrCpx){1.0 - z.im, z.re}, trouble);
    return (MrCpx){asinh(s1.re * s2.im - s2.re * s1.im), atan2(z.im, s1.re * s2.re - s1.im * s2.im)};
}

static MrCpx c_atanh(MrCpx z, Trouble *trouble)
{
    double ay = fabs(z.im), h;
    MrCpx r;
    if (isnan(z.re) && isinf(z.im))
        return (MrCpx){0.0, copysign(M_PI / 2.0, z.im)};
    if (!finite2(z))
        return from_c(catanh(to_c(z)));
    if (z.re < 0.0 || (z.re == 0.0 && signbit(z.re))) {
        r = c_atanh((MrCpx){-z.re, -z.im}, trouble);
        return (MrCpx){-r.re, -r.im};
    }
    if (z.re > SQRT_LARGE || ay > SQRT_LARGE) {
        h = hypot(z.re / 2.0, z.im / 2.0);
        return (MrCpx){z.re / 4.0 / h / h, -copysign(M_PI / 2.0, -z.im)};
    }
    if (z.re == 1.0 && ay < SQRT_MIN) {
        if (ay == 0.0) {
            *trouble = DOMAIN;
            return (MrCpx){INFINITY, z.im};
        }
        return (MrCpx){-log(sqrt(ay) / sqrt(hypot(ay, 2.0))), copysign(atan2(2.0, -ay) / 2, z.im)};
    }
    return (MrCpx){log1p(4.0 * z.re / ((1 - z.re) * (1 - z.re) + ay * ay)) / 4.0,
                   -atan2(-2.0 * z.im, (1 - z.re) * (1 + z.re) - ay * ay) / 2.0};
}

/* f(z) = -i g(iz) for the circular functions and their hyperbolic twins */
static MrCpx turn(MrCpx z) { return (MrCpx){-z.im, z.re}; }
static MrCpx turn_back(MrCpx z) { return (MrCpx){z.im, -z.re}; }

static MrCpx c_asin(MrCpx z, Trouble *trouble) { return turn_back(c_asinh(turn(z), trouble)); }
static MrCpx c_atan(MrCpx z, Trouble *trouble) { return turn_back(c_atanh(turn(z), trouble)); }

static MrCpx c_cosh(MrCpx z, Trouble *trouble)
{
    double x;
    MrCpx r;
    if (!finite2(z)) {
        if (isinf(z.im) && !isnan(z.re))
            *trouble = DOMAIN;
        return isnan(z.re) && z.im == 0.0 ? (MrCpx){NAN, 0.0} : from_c(ccosh(to_c(z)));
    }
    if (fabs(z.re) > LOG_LARGE) {
        x = z.re - copysign(1.0, z.re);
        r = (MrCpx){cos(z.im) * cosh(x) * M_E, sin(z.im) * sinh(x) * M_E};
    } else {
        r = (MrCpx){cos(z.im) * cosh(z.re), sin(z.im) * sinh(z.re)};
    }
    if (isinf(r.re) || isinf(r.im))
        *trouble = RANGE;
    return r;
}

static MrCpx c_sinh(MrCpx z, Trouble *trouble)
{
    double x;
    MrCpx r;
    if (!finite2(z)) {
        if (isinf(z.im) && !isnan(z.re))
            *trouble = DOMAIN;
        return z.re == 0.0 && isnan(z.im) ? (MrCpx){0.0, NAN} : from_c(csinh(to_c(z)));
    }
    if (fabs(z.re) > LOG_LARGE) {
        x = z.re - copysign(1.0, z.re);
        r = (MrCpx){cos(z.im) * sinh(x) * M_E, sin(z.im) * cosh(x) * M_E};
    } else {
        r = (MrCpx){cos(z.im) * sinh(z.re), sin(z.im) * cosh(z.re)};
    }
    if (isinf(r.re) || isinf(r.im))
        *trouble = RANGE;
    return r;
}

static MrCpx c_tanh(MrCpx z, Trouble *trouble)
{
    double tx, ty, cx, product, denominator;
    if (!finite2(z)) {
        if (isinf(z.im) && isfinite(z.re))
            *trouble = DOMAIN;
        if (isinf(z.re) && isinf(z.im))
            return (MrCpx){copysign(1.0, z.re), 0.0};
        return z.re == 0.0 && isnan(z.im) ? (MrCpx){NAN, NAN} : from_c(ctanh(to_c(z)));
    }
    if (fabs(z.re) > LOG_LARGE)
        return (MrCpx){copysign(1.0, z.re), 4.0 * sin(z.im) * cos(z.im) * exp(-2.0 * fabs(z.re))};
    tx = tanh(z.re);
    ty = tan(z.im);
    cx = 1.0 / cosh(z.re);
    product = tx * ty;
    denominator = 1.0 + product * product;
    return (MrCpx){tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx};
}

static MrCpx c_cos(MrCpx z, Trouble *trouble) { return c_cosh(turn(z), trouble); }
static MrCpx c_sin(MrCpx z, Trouble *trouble) { return turn_back(c_sinh(turn(z), trouble)); }
static MrCpx c_tan(MrCpx z, Trouble *trouble) { return turn_back(c_tanh(turn(z), trouble)); }

static MrCpx c_exp(MrCpx z, Trouble *trouble)
{
    double size;
    MrCpx r;
    if (!finite2(z)) {
        if (isinf(z.im) && (isfinite(z.re) || (isinf(z.re) && z.re > 0)))
            *trouble = DOMAIN;
        return isinf(z.re) && z.re < 0 && isinf(z.im) ? (MrCpx){0.0, 0.0} : from_c(cexp(to_c(z)));
    }
    if (z.re > LOG_LARGE) {
        size = exp(z.re - 1.0);
        r = (MrCpx){size * cos(z.im) * M_E, size * sin(z.im) * M_E};
    } else {
        size = exp(z.re);
        r = (MrCpx){size * cos(z.im), size * sin(z.im)};
    }
    if (isinf(r.re) || isinf(r.im))
        *trouble = RANGE;
    return r;
}

static MrCpx c_log(MrCpx z, Trouble *trouble)
{
    double ax = fabs(z.re), ay = fabs(z.im), h, am, an;
    MrCpx r;
    if (!finite2(z))
        return from_c(clog(to_c(z)));
    r.im = atan2(z.im, z.re);
    if (ax > LARGE || ay > LARGE) {
        r.re = log(hypot(ax / 2.0, ay / 2.0)) + LN2;
    } else if (ax < DBL_MIN && ay < DBL_MIN) {
        if (ax > 0.0 || ay > 0.0) {
            r.re = log(hypot(ldexp(ax, DBL_MANT_DIG), ldexp(ay, DBL_MANT_DIG))) - DBL_MANT_DIG * LN2;
        } else {
            *trouble = DOMAIN;
            r.re = -INFINITY;
        }
    } else {
        h = hypot(ax, ay);
        if (0.71 <= h && h <= 1.73) { /* near 1 the size itself has lost what the logarithm needs */
            am = ax > ay ? ax : ay;
            an = ax > ay ? ay : ax;
            r.re = log1p((am - 1) * (am + 1) + an * an) / 2.0;
        } else {
            r.re = log(h);
        }
    }
    return r;
}

static MrCpx c_log10(MrCpx z, Trouble *trouble)
{
    MrCpx r = c_log(z, trouble);
    return (MrCpx){r.re / LN10, r.im / LN10};
}

static MrValue finish(MrThread *t, MrCpx r, Trouble trouble)
{
    if (trouble != NONE)
        return trouble == DOMAIN ? mr_math_domain_error(t) : mr_math_range_error(t);
    return mr_complex(t, r.re, r.im);
}

#define FUNCTION(name)                                                                   \
    static MrValue cmath_##name(MrThread *t, MrValue *a)                                 \
    {                                                                                    \
        Trouble trouble = NONE;                                                          \
        MrCpx z;                                                                         \
        if (!mr_to_complex(t, a[0], &z))                                                 \
            return MR_ERROR;                                                             \
        z = c_##name(z, &trouble);                                                       \
        return finish(t, z, trouble);                                                    \
    }
FUNCTION(acos)
FUNCTION(acosh)
FUNCTION(asin)
FUNCTION(asinh)
FUNCTION(atan)
FUNCTION(atanh)
FUNCTION(cos)
FUNCTION(cosh)
FUNCTION(exp)
FUNCTION(log10)
FUNCTION(sin)
FUNCTION(sinh)
FUNCTION(sqrt)
FUNCTION(tan)
FUNCTION(tanh)
#undef FUNCTION

static MrValue cmath_log(MrThread *t, MrValue *a)
{
    Trouble trouble = NONE;
    MrCpx z, base;
    if (!mr_to_complex(t, a[0], &z) || (a[1] != MR_UNBOUND && !mr_to_complex(t, a[1], &base)))
        return MR_ERROR;
    z = c_log(z, &trouble);
    if (a[1] != MR_UNBOUND) {
        base = c_log(base, &trouble);
        if (!mr_cpx_div(z, base, &z))
            trouble = DOMAIN;
    }
    return finish(t, z, trouble);
}

/* ---- polar coordinates ---- */

static MrValue cmath_phase(MrThread *t, MrValue *a)
{
    MrCpx z;
    return mr_to_complex(t, a[0], &z) ? mr_float(atan2(z.im, z.re)) : MR_ERROR;
}

static MrValue cmath_polar(MrThread *t, MrValue *a)
{
    MrCpx z;
    MrValue pair[2];
    double size;
    if (!mr_to_complex(t, a[0], &z))
        return MR_ERROR;
    size = hypot(z.re, z.im);
    if (isinf(size) && finite2(z))
        return mr_math_range_error(t);
    pair[0] = mr_float(size);
    pair[1] = mr_float(atan2(z.im, z.re));
    return mr_tuple_from(t, pair, 2);
}

static MrValue cmath_rect(MrThread *t, MrValue *a)
{
    double r, phi;
    if (!mr_to_double(t, a[0], &r) || !mr_to_double(t, a[1], &phi))
        return MR_ERROR;
    if (isfinite(r) && isfinite(phi))
        return phi == 0.0 ? mr_complex(t, r, r * phi) : mr_complex(t, r * cos(phi), r * sin(phi));
    if (isinf(phi) && r != 0.0 && !isnan(r))
        return mr_math_domain_error(t);
    if (isinf(r) && isfinite(phi) && phi != 0.0) {
        if (r > 0)
            return mr_complex(t, copysign(INFINITY, cos(phi)), copysign(INFINITY, sin(phi)));
        return mr_complex(t, -copysign(INFINITY, cos(phi)), -copysign(INFINITY, sin(phi)));
    }
    if (r == 0.0)
        return mr_complex(t, 0.0, 0.0);
    if (phi == 0.0)
        return isinf(r) ? mr_complex(t, r, signbit(phi) == signbit(r) ? 0.0 : -0.0) : mr_complex(t, NAN, 0.0);
    return mr_complex(t, isinf(r) ? INFINITY : NAN, NAN);
}

/* ---- predicates ---- */

static MrValue cmath_isfinite(MrThread *t, MrValue *a)
{
    MrCpx z;
    return mr_to_complex(t, a[0], &z) ? mr_bool(finite2(z)) : MR_ERROR;
}

static MrValue cmath_isinf(MrThread *t, MrValue *a)
{
    MrCpx z;
    return mr_to_complex(t, a[0], &z) ? mr_bool(isinf(z.re) || isinf(z.im)) : MR_ERROR;
}

static MrValue cmath_isnan(MrThread *t, MrValue *a)
{
    MrCpx z;
    return mr_to_complex(t, a[0], &z) ? mr_bool(isnan(z.re) || isnan(z.im)) : MR_ERROR;
}

static MrValue cmath_isclose(MrThread *t, MrValue *a)
{
    MrCpx x, y;
    double relative = 1e-09, absolute = 0.0, difference;
    if (!mr_to_complex(t, a[0], &x) || !mr_to_complex(t, a[1], &y) || (a[2] != MR_UNBOUND && !mr_to_double(t, a[2], &relative)) ||
        (a[3] != MR_UNBOUND && !mr_to_double(t, a[3], &absolute)))
        return MR_ERROR;
    if (relative < 0.0 || absolute < 0.0)
        return mr_raise(t, MR_EXC_ValueError, "tolerances must be non-negative");
    if (x.re == y.re && x.im == y.im)
        return MR_TRUE;
    if (isinf(x.re) || isinf(x.im) || isinf(y.re) || isinf(y.im))
        return MR_FALSE;
    difference = hypot(x.re - y.re, x.im - y.im);
    return mr_bool(difference <= relative * hypot(y.re, y.im) || difference <= relative * hypot(x.re, x.im) || difference <= absolute);
}

static const MrMethodDef functions[] = {
    {"acos(z, /)", cmath_acos, "The complex number whose cosine is z.", 0},
    {"acosh(z, /)", cmath_acosh, "The complex number whose cosh is z.", 0},
    {"asin(z, /)", cmath_asin, "The complex number whose sine is z.", 0},
    {"asinh(z, /)", cmath_asinh, "The complex number whose sinh is z.", 0},
    {"atan(z, /)", cmath_atan, "The complex number whose tangent is z.", 0},
    {"atanh(z, /)", cmath_atanh, "The complex number whose tanh is z.", 0},
    {"cos(z, /)", cmath_cos, "Cosine of z.", 0},
    {"cosh(z, /)", cmath_cosh, "(e**z + e**-z) / 2, as a complex number.", 0},
    {"exp(z, /)", cmath_exp, "e**z, as a complex number.", 0},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", cmath_isclose, "Are a and b close, by a relative and an absolute tolerance?", 0},
    {"isfinite(z, /)", cmath_isfinite, "Are both parts of z finite?", 0},
    {"isinf(z, /)", cmath_isinf, "Is a part of z an infinity?", 0},
    {"isnan(z, /)", cmath_isnan, "Is a part of z a NaN?", 0},
    {"log(z, base=..., /)", cmath_log, "Logarithm of z to the base, which is e if not given.", 0},
    {"log10(z, /)", cmath_log10, "Logarithm of z to the base 10.", 0},
    {"phase(z, /)", cmath_phase, "Angle of z, between -pi and pi.", 0},
    {"polar(z, /)", cmath_polar, "z as a pair of distance from the origin and angle.", 0},
    {"rect(r, phi, /)", cmath_rect, "The complex number with the distance r and the angle phi.", 0},
    {"sin(z, /)", cmath_sin, "Sine of z.", 0},
    {"sinh(z, /)", cmath_sinh, "(e**z - e**-z) / 2, as a complex number.", 0},
    {"sqrt(z, /)", cmath_sqrt, "The complex number whose square is z, that with the positive real part.", 0},
    {"tan(z, /)", cmath_tan, "Tangent of z.", 0},
    {"tanh(z, /)", cmath_tanh, "sinh(z) / cosh(z), as a complex number.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    MrValue infj = mr_complex(t, 0.0, INFINITY), nanj = mr_complex(t, 0.0, NAN);
    return infj != MR_ERROR && nanj != MR_ERROR && mr_module_add(t, m, "pi", mr_float(M_PI)) && mr_module_add(t, m, "e", mr_float(M_E)) &&
           mr_module_add(t, m, "tau", mr_float(2.0 * M_PI)) && mr_module_add(t, m, "inf", mr_float(INFINITY)) &&
           mr_module_add(t, m, "infj", infj) && mr_module_add(t, m, "nan", mr_float(NAN)) && mr_module_add(t, m, "nanj", nanj);
}

const MrModuleDef mr_module_cmath = {
    .name = "cmath",
    .functions = functions,
    .init = init,
    .doc = "Mathematical functions of complex numbers.",
};
