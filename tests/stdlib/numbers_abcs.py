import numbers, fractions, decimal
for x in (1, True, 1.5, 1j, fractions.Fraction(1, 2), decimal.Decimal(1), "a"): print(type(x).__name__, [isinstance(x, c) for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
class Mine(numbers.Integral):
    def __init__(self, v): self.v = v
    def __int__(self): return self.v
for name in sorted(Mine.__abstractmethods__)[:40]: print(name, end=" ")
try: Mine(1)
except TypeError as e: print(e)
ns = {n: (lambda self, *a: NotImplemented) for n in Mine.__abstractmethods__}
Full = type("Full", (Mine,), ns)
f = Full(5); print(f.numerator is not None, f.denominator, f.imag, f.real is not None, bool(numbers.Complex.__bool__), f.__index__(), float.__abs__(-1.5)); print(numbers.Number.__hash__, numbers.__all__)
