# int(text[, base]): whitespace, underscores, bases, Unicode digits, and the error texts.
for a in [("42",), ("  -7\n",), ("+5",), ("1_000",), ("0",), ("00012",), ("-0",), ("ff", 16), ("0xFF", 16), ("0xff", 0), ("0b101", 0),
        ("0o17", 0), ("0", 0), ("00", 0), ("z", 36), ("Zz", 36), ("101", 2), ("0b1_0", 2), ("-0x1f", 16), ("１２３",), ("٣",), (b"12",),
        (bytearray(b" 8 "),), (b"ff", 16),
          (3.99,), (-3.99,), (1e20,), (True,), (10 ** 20,), ("123456789" * 4,), ("12", 3), ("7" * 30, 8), ("1" * 70, 2)]:
    print(a, "=", int(*a))
for a in [("",), (" ",), ("1 2",), ("1__0",), ("_1",), ("1_",), ("0x10",), ("12a",), ("8", 8), ("012", 0), ("0_",), ("abc", 10), ("1.5",),
        ("1e5",), ("--1",), ("+ 1",), (b"x",), (b"\xff",), ("5", 1), ("5", 37), ("5", -2), ("5", 2.5), (5, 10), (None,), ([],), (1 + 2j,),
        (float("nan"),), (float("inf"),), ("0b", 2), ("0x", 16), ("é",), ("1\x00",), ("a" * 60,), ("0b12", 0), ("'q'",)]:
    try: print(a, "=", int(*a))
    except Exception as e: print(a, "->", type(e).__name__ + ":", e)
for kw in ({"x": 5}, {"base": 10}, {"bad": 1}):
    try: print(int("5", **kw))
    except TypeError as e: print(e)
class IntStr(str): pass
print(int(IntStr("9")), int("９", 16), int("1" + "0" * 50) == 10 ** 50, int(" \t\n\u20031\u2003"))
import sys
print(sys.get_int_max_str_digits())
for f in (lambda: int("1" * 4301), lambda: str(10 ** 4300), lambda: len(str(10 ** 4299)), lambda: len(f"{10 ** 5000:x}"),
        lambda: int("f" * 5000, 16) > 0, lambda: "%d" % 10 ** 1 and "%d" % (10 ** 5000), lambda: repr(10 ** 5000),
        lambda: f"{10 ** 5000:,}"):
    try: print(f())
    except ValueError as e: print(e)
sys.set_int_max_str_digits(0); print(len(str(10 ** 5000)), int("9" * 5000) == 10 ** 5000 - 1)
sys.set_int_max_str_digits(640)
try: str(10 ** 700)
except ValueError as e: print(e)
try: sys.set_int_max_str_digits(100)
except ValueError as e: print(e)
