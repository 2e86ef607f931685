# The functions of math at their edges: special values, exact results, errors and their texts.
import math


def show(text):
    try:
        value = eval(text)
    except Exception as error:
        value = f"{type(error).__name__}: {error}"
    print(f"{text:45}", value)


inf, nan = math.inf, math.nan
for name in ('sqrt', 'exp', 'expm1', 'exp2', 'log', 'log2', 'log10', 'log1p', 'sin', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh',
             'atanh', 'gamma', 'lgamma', 'erf', 'erfc', 'cbrt', 'fabs', 'ceil', 'floor', 'trunc', 'degrees', 'radians', 'frexp', 'modf', 'isfinite', 'ulp'):
    for value in ('0.0', '-0.0', '1', '-1', 'inf', '-inf', 'nan', '1e308', '5e-324', '"x"', 'None'):
        show(f"math.{name}({value})")
for text in ('math.factorial(20)', 'math.factorial(-1)', 'math.factorial(3.0)', 'math.comb(10, 3)', 'math.comb(3, 10)', 'math.comb(-1, 2)', 'math.perm(5)',
             'math.perm(5, 2)', 'math.perm(5, -1)', 'math.gcd()', 'math.gcd(12, -18, 27)', 'math.lcm(4, 6, 10)', 'math.lcm(0, 5)', 'math.gcd(1.5)',
             'math.isqrt(10**40)', 'math.isqrt(-1)', 'math.isqrt(2.5)', 'math.dist((1, 2), (4, 6))', 'math.dist((1,), (1, 2))', 'math.dist([1], [2])',
             'math.hypot()', 'math.hypot(3, 4)', 'math.hypot(inf, nan)', 'math.hypot(nan, 1)', 'math.fsum([0.1] * 10)', 'math.fsum([1e308, 1e308])',
             'math.fsum([inf, -inf])', 'math.prod([])', 'math.prod([2, 3.5], start=2)', 'math.prod("ab")', 'math.sumprod([1, 2], [3, 4])',
             'math.sumprod([1], [1, 2])', 'math.sumprod([0.1] * 3, [10, 10, 10])', 'math.pow(2, 0.5)', 'math.pow(0, -1)', 'math.pow(-8, 1 / 3)', 'math.pow(1, nan)',
             'math.fmod(-7, 3)', 'math.fmod(1, 0)', 'math.fmod(inf, 1)', 'math.remainder(7, 2)', 'math.remainder(5, 2)', 'math.remainder(1, 0)',
             'math.copysign(3, -0.0)', 'math.ldexp(0.5, 10)', 'math.ldexp(1, 5000)', 'math.ldexp(1, -5000)', 'math.ldexp(1, 10**30)', 'math.ldexp(1, 1.5)',
             'math.nextafter(0, 1)', 'math.nextafter(1, 2, steps=3)', 'math.nextafter(1, 2, steps=-1)', 'math.log(8, 2)', 'math.log(10**400)', 'math.log(10**400, 10)',
             'math.log(0)', 'math.log(1, 1)', 'math.log2(2**1000)', 'math.log10(10**300)', 'math.log(-10**400)', 'math.isclose(1, 1 + 1e-10)',
             'math.isclose(0, 1e-10)', 'math.isclose(0, 1e-10, abs_tol=1e-9)', 'math.isclose(1, 2, rel_tol=-1)', 'math.isclose(inf, inf)', 'math.atan2(0.0, -0.0)',
             'math.atan2(-0.0, -1)', 'math.ceil(1e300) == int(1e300)', 'math.floor(-0.5)', 'math.ceil(-0.5)', 'math.trunc("x")', 'math.sqrt()', 'math.sqrt(1, 2)',
             'math.exp(710)', 'math.gamma(171)', 'math.gamma(172)', 'math.gamma(-1)', 'math.lgamma(-1)', 'math.lgamma(1e305)', 'math.sqrt(10**400)',
             'math.cbrt(27)', 'math.pi, math.e, math.tau'):
    show(text)


class Odd:
    def __ceil__(self):
        return "up"

    def __floor__(self):
        return "down"

    def __trunc__(self):
        return "cut"

    def __float__(self):
        return 2.25

    def __index__(self):
        return 12


print(math.ceil(Odd()), math.floor(Odd()), math.trunc(Odd()), math.sqrt(Odd()), math.gcd(Odd(), 8), math.factorial(Odd()))
