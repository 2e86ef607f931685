# Functions whose last digit is easily wrong, and their errors.
import math


def attempt(name, *args, **kwargs):
    try:
        print(name, args, kwargs or "", getattr(math, name)(*args, **kwargs))
    except Exception as error:
        print(name, args, kwargs or "", type(error).__name__, error)


for x in (0.5, 1.5, 2.5, -0.5, -1.5, -2.25, 1e-10, 1e-21, 5.0, 23.0, 24.0, 100.5, 170.6, 171.0, 171.7, -170.5, -180.5, -201.3, 0.0, -1.0, math.inf):
    attempt("gamma", x)
    attempt("lgamma", x)
for x in (0.1, 0.9, -2.0, 5.5, 27.0, 1e-5):
    for name in ("erf", "erfc", "cbrt", "exp2", "expm1", "log1p", "asinh", "tanh", "degrees", "radians", "ulp"):
        attempt(name, x)
for x in (10**30, 2**2000, 3**3000, 1, 0, -5, 7.5, -0.0, True):
    for name in ("log", "log2", "log10", "sqrt", "floor", "ceil", "trunc"):
        attempt(name, x)
attempt("log", 2**3000, 2)
attempt("log", 10, 1)
attempt("fsum", [0.1] * 10)
attempt("fsum", [1e308, 1e308, -1e308])
attempt("fsum", [1e16, 1, 1e-16, -1e16])
attempt("fsum", [math.inf, -math.inf])
attempt("sumprod", [1, 2, 3], [4, 5, 6])
attempt("sumprod", [10**20, 2], [10**20, 0.5])
attempt("sumprod", [0.1] * 3, [10, 20, True])
attempt("sumprod", [1], [1, 2])
attempt("hypot", 3, 4, 12)
attempt("hypot", 1e200, 1e200)
attempt("hypot", 5e-324, 5e-324)
attempt("hypot", math.nan, math.inf)
attempt("dist", (1, 2, 3), [4, 6, 3])
attempt("dist", [1], [1, 2])
attempt("comb", 100, 50)
attempt("comb", 10**20, 3)
attempt("comb", 5, -1)
attempt("perm", 10)
attempt("perm", 50, 20)
attempt("perm", 5, 6)
attempt("factorial", 30)
attempt("factorial", -1)
attempt("factorial", 3.0)
attempt("isqrt", 10**41)
attempt("isqrt", -1)
attempt("gcd", 12, -18, 30)
attempt("gcd")
attempt("lcm", 4, 6, -10)
attempt("lcm", 0, 5)
attempt("prod", [1, 2.5, 3], start=2)
attempt("nextafter", 0.0, 1.0)
attempt("nextafter", 1.0, 2.0, steps=10)
attempt("nextafter", -1e-323, 1.0, steps=5)
attempt("nextafter", 1.0, 2.0, steps=-1)
attempt("remainder", 7, 4)
attempt("remainder", -5.5, 2)
attempt("remainder", 1, 0)
attempt("fmod", -7, 3)
attempt("fmod", 1, 0)
attempt("fmod", math.inf, 3)
attempt("modf", -3.25)
attempt("frexp", 10.0)
attempt("ldexp", 0.5, 10)
attempt("ldexp", 1.0, 5000)
attempt("ldexp", 1.0, 2.0)
attempt("pow", 2, 0.5)
attempt("pow", 0, -1)
attempt("pow", -8, 1 / 3)
attempt("exp", 710)
attempt("sqrt", -1)
attempt("acos", 2)
attempt("atanh", 1)
attempt("floor", "x")
attempt("trunc", "x")
attempt("sin", math.inf)
attempt("isclose", 1.0, 1.0 + 1e-10)
attempt("isclose", 1, 2, abs_tol=-1)


class Money:
    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "cut"

    def __float__(self):
        return 2.25


print(math.floor(Money()), math.ceil(Money()), math.trunc(Money()), math.sqrt(Money()))
