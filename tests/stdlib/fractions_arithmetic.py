# construction, arithmetic with other numbers, comparison, rounding, formats, hashes, errors
import copy
import math
import numbers
from fractions import Fraction as F

for arguments in ((), (3,), (6, -4), ("3/4",), (" -7/21 ",), ("1.25",), ("-.5e-2",), ("1_000.5",), ("7e3",), (0.1,), (2.5,), (F(1, 2), F(3, 4)), (True,)):
    print(arguments, repr(F(*arguments)), F(*arguments))
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 3, a ** -2, b ** -3, -a, +a, abs(b))
print(a + 1, 1 + a, a - 2, 2 - a, a * 3, 3 / a, 5 // a, 5 % a, divmod(5, a), a + 0.5, 0.5 - a, a * 1j, a ** 0.5, 2 ** a, 4 ** F(2), 2.0 ** F(3), a ** F(1, 2))
print(a < b, a > 0.5, a >= F(3, 4), a == 0.75, a == 3, a == 0.75 + 0j, F(4, 2) == 2, a < float("inf"), a < float("nan"), 1 > a, bool(F(0)))
print(int(b), math.trunc(F(-7, 2)), math.floor(b), math.ceil(b), round(F(5, 2)), round(F(7, 2)), round(F(-7, 3)), round(F(22, 7), 3), round(F(12345), -2))
print(hash(F(7)) == hash(7), hash(F(1, 2)) == hash(0.5), hash(F(-3, 4)) == hash(-0.75), len({F(1, 2), 0.5, F(2, 4)}))
print(F(math.pi).limit_denominator(1000), F("3.1415926535").limit_denominator(10), F(10, 3).limit_denominator(), float(F(1, 3)), complex(F(1, 4)))
print(F.from_float(0.3), F(0.5).as_integer_ratio(), F(4).is_integer(), a.is_integer(), a.numerator, a.denominator, a.real, a.imag, a.conjugate())
for spec in ("", ".3f", "10.2f", "<10.2f|"[:-1], "+.1e", "010.3f", ",.2f", "_.1f", "g", ".3g", "#.3g", "%", ".1%", "*^15.4f", "=+12.2f", "E", ".0f", " .2f"):
    print(repr(spec), *[format(x, spec) for x in (F(1, 3), F(-22, 7), F(1234567, 2), F(0), F(1, 100000))], sep="|")
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(None), lambda: F("1//2"), lambda: F(float("nan")),
          lambda: F(float("inf")), lambda: a / 0, lambda: F(0) ** -1, lambda: a + "x", lambda: a < "x", lambda: a.limit_denominator(0),
          lambda: format(a, "d"), lambda: F.from_float("x"), lambda: F("1_"), lambda: F("")):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
print(sum([F(1, n) for n in range(1, 30)]), math.prod([F(n, n + 1) for n in range(1, 9)]), max(a, b), sorted([F(1, 2), 0.25, 1, F(-1)]))
print(copy.copy(a) is a, copy.deepcopy([a]), a.__reduce__(), isinstance(a, numbers.Rational), isinstance(1.0, numbers.Rational))
for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(kind.__name__, [isinstance(x, kind) for x in (1, True, 1.0, 1j, a, "1")])
