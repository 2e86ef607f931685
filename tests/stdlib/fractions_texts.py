from fractions import Fraction as F
import decimal
for text in ("3/4", " -7 / 2 ", "3 /4", "1.25", "-.5", "5.", "1e3", "1.5e-2", "+2", "1_000/3_0", "1__0", "_1", "", "/", "1/", "/2", "1/0", "0/5", "1.5/2", "nan", "inf", "0x1", "1 2", "٣/٤", "3/-4", "1e", "e1", "1/2.0", "--1"):
    try: print(repr(text), repr(F(text)))
    except Exception as e: print(repr(text), type(e).__name__, e)
for args in ((1.5,), (0.1,), (decimal.Decimal("0.1"),), (True,), (2, 4), (-2, -4), (2, 0), (F(1, 2), F(3, 4)), (1.5, 2), ("1", 2), (None,), (1, None), (float("nan"),), (float("inf"),), (decimal.Decimal("NaN"),), ([],)):
    try: print(args, repr(F(*args)))
    except Exception as e: print(args, type(e).__name__, e)
x = F(355, 113)
print(x, repr(x), x.numerator, x.denominator, x.limit_denominator(10), x.limit_denominator(1), F(3.14159).limit_denominator(1000), x.as_integer_ratio(), x.is_integer(), F(4, 2).is_integer(), F.from_float(0.5), F.from_decimal(decimal.Decimal("1.1")))
for f in (lambda: x.limit_denominator(0), lambda: F.from_float("1"), lambda: F.from_decimal(1.5), lambda: F(1, 2) + "a", lambda: F(1, 2) / 0, lambda: F(1, 2) // 0, lambda: F(0) ** -1, lambda: F(1, 2) < "a", lambda: hash(F(1, 2)) == hash(0.5), lambda: F(1, 2) < 1j):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(round(F(7, 2)), round(F(5, 2)), round(F(-7, 2)), round(F(22, 7), 2), round(F(1234, 1), -2), int(F(-7, 2)), F(7, 2) // 1, F(-7, 2) % 2, divmod(F(7, 2), F(2, 3)), F(1, 2) ** 3, F(1, 2) ** F(1, 2), 2 ** F(1, 2), F(4) ** -2, abs(F(-1, 2)), -F(1, 2), +F(1, 2), bool(F(0)), F(1, 2) + 1, 1.5 + F(1, 2), F(1, 2) + 1j, sum([F(1, 3)] * 3), complex(F(1, 2)))
