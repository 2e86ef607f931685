# Fraction: all ways to make one, arithmetic with other kinds, comparisons, rounding, formats, errors.
from decimal import Decimal
from fractions import Fraction as F
import math
import operator


def show(text):
    try:
        value = eval(text)
    except Exception as error:
        value = f"{type(error).__name__}: {error}"
    print(f"{text:50}", repr(value))


for text in ("F()", "F(3)", "F(6, -4)", "F(0, 5)", "F('3/4')", "F(' -7/3 ')", "F('1.25e-2')", "F('1_000/3')", "F('3 / 4')", "F('1/0')", "F('')", "F('a')", "F('1.')", "F('.5')",
             "F('1/-2')", "F('0x1')", "F('\u0663/\u0664')", "F(1.1)", "F(0.5)", "F(Decimal('1.1'))", "F(float('inf'))", "F(float('nan'))", "F(1, 0)", "F(1.5, 2)",
             "F('1', 2)", "F(None)", "F(F(1, 2), F(3, 4))", "F(1, 2, 3)", "F(True)", "F.from_float(0.25)", "F.from_float(3)", "F.from_float('1')",
             "F.from_decimal(Decimal('0.125'))", "F.from_decimal(1.5)", "F(3, 4) + 1", "F(3, 4) + 0.25", "F(3, 4) + 1j", "F(3, 4) + Decimal(1)", "F(3, 4) - F(1, 4)",
             "1 - F(3, 4)", "F(3, 4) * 4", "F(3, 4) / 0", "F(3, 4) / F(3, 8)", "1 / F(3, 4)", "F(7, 2) // F(1, 3)", "F(7, 2) % F(1, 3)", "divmod(F(7, 2), -1)",
             "F(7, 2) // 0", "F(7, 2) % 0.75", "F(3, 2) ** 2", "F(3, 2) ** -2", "F(3, 2) ** F(2)", "F(3, 2) ** F(1, 2)", "F(3, 2) ** 0.5", "F(-3, 2) ** F(1, 2)", "F(0) ** -1",
             "2 ** F(3)", "2 ** F(1, 2)", "2.0 ** F(1, 2)", "F(1, 2) < 0.5", "F(1, 2) == 0.5", "F(1, 2) == Decimal('0.5')", "F(1, 2) <= F(2, 3)", "F(1, 2) > float('nan')",
             "F(1, 2) < float('inf')", "F(1, 2) < 'a'", "F(1, 2) == 'a'", "hash(F(1, 2)) == hash(0.5)", "hash(F(10**30)) == hash(10**30)", "hash(F(1, 2**61 - 1))",
             "bool(F(0)), bool(F(1, 3))", "int(F(-7, 2)), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(7, 2))", "round(F(5, 2)), round(F(7, 2)), round(F(-5, 2))",
             "round(F(12345, 1000), 2)", "round(F(12345, 10), -2)", "float(F(1, 3))", "complex(F(1, 4))", "F(10**400, 3) + 0.5", "F(1, 3).limit_denominator(2)",
             "F('3.1415926535897932').limit_denominator(1000)", "F(1, 3).limit_denominator(0)", "F(3, 4).as_integer_ratio()", "F(3, 4).is_integer()",
             "F(4, 2).is_integer()", "F(3, 4).numerator, F(3, 4).denominator, F(3, 4).real, F(3, 4).imag, F(3, 4).conjugate()", "str(F(5)), str(F(-5, 3))",
             "abs(F(-3, 4)), -F(3, 4), +F(3, 4)", "format(F(1, 3), '.5f')", "format(F(1, 3), '.3e')", "format(F(2, 3), '.2%')", "format(F(1234567, 2), ',.1f')",
             "format(F(1, 3), 'g')", "format(F(10**10), 'g')", "format(F(1, 3), '>10.2f')", "format(F(1, 3), '*^+12.4f')", "format(F(1, 3), '010.2f')", "format(F(1, 3), '')",
             "format(F(1, 3), 'd')", "format(F(1, 3), '>10')", "format(F(-1, 1000), 'z.1f')", "format(F(3, 2), '#.0f')", "format(F(15, 1000000), '.1G')",
             "operator.index(F(2))", "F(1, 2).numerator.__class__", "setattr(F(1, 2), 'numerator', 3)", "sum([F(1, n) for n in range(1, 11)])",
             "sorted([F(1, 2), 0.3, 1, F(-1, 4)])", "isinstance(F(1), __import__('numbers').Rational)"):
    show(text)
