# float: methods, parsing, conversions, rounding.
for f in (0.0, -0.0, 1.5, -2.75, 1e16, 0.1, 2.0 ** -1074, 1.7976931348623157e308):
    print(f, f.is_integer(), f.as_integer_ratio(), f.hex(), f.real, f.imag, f.conjugate(), f.__trunc__() if abs(f) < 1e17 else "big",
        abs(f), -f, +f, bool(f))
for f in (float("inf"), float("nan")):
    print(f, f.hex(), f.is_integer(), bool(f), -f)
    for m in ("as_integer_ratio", "__trunc__", "__int__", "__round__", "__floor__", "__ceil__"):
        try: getattr(f, m)()
        except Exception as e: print(m, type(e).__name__, e)
for s in ("0x1p4", "0x1.8p1", "-0x1.999999999999ap-4", "0x.8", "1.8", "0xA.Bp-2", "inf", "-nan", " 0x1p-1074 ", "0x1p1023",
        "0x1.fffffffffffffp1023", "0x0p0", "-0x0.0p0", "0x1.00000000000008p0", "0x1.00000000000018p0", "infinity"):
    print(s, float.fromhex(s), end="; ")
print()
for s in ("0x1p1024", "zz", "", "0x", "0x1p", "1..2"):
    try: print(float.fromhex(s))
    except Exception as e: print(type(e).__name__, e)
for s in ("1", " 1.5 ", "-1e5", ".5", "5.", "1_0.5", "1e-400", "1e400", "inf", "-Infinity", "nan", "+NaN", "1E+2", "٣.٥", b"2.5",
        bytearray(b"1e3"), True, 10 ** 20, "0.1e-6", "00012.50", "1" * 400, "0." + "0" * 350 + "1", "9007199254740993",
        "2.2250738585072011e-308", "179769313486231580793e289", "0.500000000000000166533453693773481063544750213623046875"):
    print(str(s)[:30], "=", float(s), end="; ")
print()
for s in ("", " ", "1 2", "1__0", "_1", "e5", "1e", "0x10", "abc", "1.5.2", "--1", b"x", "in f", "1e+", "nan()", "1\0", "٣a", None, [], 1j):
    try: print(float(s))
    except Exception as e: print(type(e).__name__, e)
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e300)][:6], [round(x, 1) for x in (0.05, 0.15, 0.25, 0.35, 2.675, -0.25)],
    round(2.675, 2), round(1234.5678, -2), round(-0.4), round(1e22, 2), round(5e-324, 320), round(1.5, 400), round(1.5, -400),
    round(1.7976931348623157e308, -300), round(123.456, None), round(0.1 + 0.2, 15))
for f in (lambda: round(1.7976931348623157e308, -308), lambda: round(float("inf")), lambda: round(float("nan")),
        lambda: round(float("nan"), 2), lambda: round(1.5, "a"), lambda: round(float("inf"), -5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(float(), float.__name__, float.fromhex.__self__, (1.5).__eq__(1), (1.5).__lt__("a"), 1.5.__add__(1), (2.0).__rpow__(3),
    7.5.__divmod__(2), 1.0.__hash__(), (0.5).__floor__(), (0.5).__ceil__())
class F(float):
    def __new__(cls, v): return super().__new__(cls, v * 2)
print(F(1.5), type(F(1) + 1).__name__, F(2) == 4, repr(F(1)))
import sys
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.radix,
    sys.float_info.max_exp, sys.float_info.min_exp)
