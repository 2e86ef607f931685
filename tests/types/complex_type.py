# complex: construction, arithmetic, repr, parsing, format, methods.
print(complex(), complex(1), complex(1, 2), complex(1.5, -2.5), complex("1+2j"), complex("-1.5e3-2.5J"), complex("j"), complex("-j"),
    complex(" 3 "), complex("(1+2j)"), complex("1e5j"), complex(1j, 1j), complex(real=3, imag=4), complex("nan+infj"), complex(True))
for s in ("", "1+", "1+2", "a", "1 + 2j", "1+2jj", "()", "j1", "1_0j", "+-1j"):
    try: print(complex(s))
    except Exception as e: print(type(e).__name__, e)
for a in (("1", 2), (1, "2"), (None,), ([], 1), (1, None)):
    try: print(complex(*a))
    except Exception as e: print(type(e).__name__, e)
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, a ** b, a ** 0, a ** -1, a ** 0.5, -a, +a, abs(a), a.conjugate(), a.real, a.imag, bool(0j),
    a == 3 + 4j, a != b, 2 + a, 2.5 * a, a / 2, 1 / a, a - 1, 5 - a, True + a)
for e in ("a < b", "a // b", "a % b", "divmod(a, b)", "a / 0", "0j ** -1", "0j ** 1j", "int(a)", "float(a)", "a & 1", "round(a)",
        "a.real = 1", "(1e200 + 1e200j) ** 3", "pow(a, 2, 3)", "abs(1e308 + 1e308j)", "complex(1e308, 1e308) * 10"):
    try: print(e, eval(e) if "= 1" not in e else exec(e))
    except Exception as x: print(e, "->", type(x).__name__, x)
print(repr(0j), repr(-0j), repr(complex(0.0, -0.0)), repr(complex(-0.0, 0.0)), repr(complex(-0.0, -0.0)), repr(1e100j),
    repr(complex(float("inf"), float("nan"))), repr(complex(0, float("inf"))), repr(complex(1, float("-inf"))), str(1 + 0j),
    repr(0.1 + 0.2j), 1j * 1j, 1j ** 2, -1j, -(1j), 1 - 0j, (1 + 2j) * 0)
print(f"{a} {a:.2f} {a:>12} {a:+} {a:e} {a:g} {b:,.1f} {0j} {1j:.3} {a!r:>10} {1.5j:.0f} {complex(1e10, 2):,}")
for spec in ("d", "0>10.1f", "010f", "=10", "s", "%"):
    try: print(spec, format(a, spec))
    except Exception as e: print(spec, type(e).__name__, e)
print(hash(a) == hash(3 + 4j), hash(1 + 0j) == hash(1), {1 + 0j: "x"}[1], 1 + 0j in [1], sum([1j, 2, 3.5]), sorted([3j, 1j], key=abs),
    a.__class__.__name__, isinstance(1j, complex), complex.__add__(a, 1), (1j).__eq__(1), (1j).__lt__(2), a.__getnewargs__(),
    complex(a) is a)
class C(complex): pass
print(C(1, 2), type(C(1) + 1).__name__, repr(C("1j")))
class HasC:
    def __complex__(self): return 5j
class HasF:
    def __float__(self): return 2.5
print(complex(HasC()), complex(HasF()), complex(HasF(), 1), "%s %r" % (a, b))
