# math: functions over ordinary and special values, and their errors.
import math
from math import *
print(pi, e, tau, inf, nan, sqrt(2), cbrt(27), exp(1), expm1(1e-5), exp2(10), log(10), log(8, 2), log2(1024), log10(1000), log1p(1e-5),
    log(10 ** 400), log2(2 ** 2000), log10(10 ** 500), pow(2, 0.5), hypot(3, 4), hypot(1, 2, 3), hypot(), dist((1, 2), (4, 6)))
print(sin(1), cos(1), tan(1), asin(1), acos(0.5), atan(1), atan2(1, -1), atan2(-0.0, -1), sinh(1), cosh(1), tanh(1), asinh(1), acosh(2),
    atanh(0.5), degrees(pi), radians(180), erf(0.5), erfc(0.5), gamma(5), gamma(0.5), lgamma(10), gamma(-1.5))
print(floor(2.7), floor(-2.7), ceil(2.1), ceil(-2.1), trunc(-2.7), fabs(-3), fmod(-7, 3), modf(3.25), modf(-3.25), frexp(8.5),
    ldexp(0.5, 5), copysign(1, -0.0), remainder(7, 4), nextafter(1, 2), nextafter(1, 2, steps=3), ulp(1), ulp(1e300),
    isclose(0.1 + 0.2, 0.3), isclose(1, 1.1, rel_tol=0.2), isclose(0, 1e-10, abs_tol=1e-9), isnan(nan), isinf(-inf), isfinite(1),
    fsum([0.1] * 10), fsum([1e100, 1, -1e100]), floor(10 ** 30), floor(1e20))
print(factorial(20), factorial(30), comb(10, 3), comb(5, 7), comb(100, 50), perm(5, 2), perm(5), gcd(12, 18), gcd(), gcd(0, -5),
    gcd(2 ** 100, 6 ** 50), lcm(4, 6), lcm(), lcm(0, 5), isqrt(10 ** 40 + 1), isqrt(0), prod([1, 2, 3]), prod([], start=5), prod([1.5, 2]),
    sumprod([1, 2], [3, 4]), sumprod([1.5], [2]))
for src in ("sqrt(-1)", "log(0)", "log(-1)", "log(1, 1)", "acos(2)", "exp(1000)", "pow(0, -1)", "pow(-1, 0.5)", "factorial(-1)",
        "factorial(1.5)", "factorial('a')", "sqrt('a')", "sqrt()", "sqrt(1, 2)", "floor('a')", "floor(inf)", "ceil(nan)", "gcd(1.5)",
        "comb(-1, 2)", "comb(1.0, 2)", "isqrt(-1)", "isqrt(1.5)", "fmod(1, 0)", "fmod(inf, 1)", "gamma(0)", "gamma(-1)", "lgamma(-2)",
        "sin(inf)", "dist((1,), (1, 2))", "ldexp(1, 10000)", "atanh(1)", "log10(0)", "cosh(1000)", "sumprod([1], [1, 2])", "trunc('a')",
        "isclose(1, 2, rel_tol=-1)", "hypot('a')", "perm(3, -1)", "fsum(['a'])", "prod(['a', 'b'])", "gamma(200)", "exp(10 ** 400)",
        "log('x')", "acosh(0.5)", "nextafter(1, 2, steps=-1)", "remainder(1, 0)", "math.nope", "log()", "math.sin"):
    try: print(src, "=", eval(src))
    except Exception as x: print(src, "->", type(x).__name__, x)
print(sqrt(inf), exp(-inf), log(inf), atan(inf), pow(nan, 0), pow(1, inf), pow(inf, 0), fmod(5, inf), copysign(nan, -1), hypot(nan, inf),
    hypot(inf, nan), tanh(inf), modf(inf), frexp(nan), frexp(0), ldexp(inf, 5), floor(-0.5), ceil(-0.5), trunc(1e300) == int(1e300),
    fsum([inf, 1]), sqrt(10 ** 40), sqrt(True), log2(0.5), exp(709))
