# __bool__, __int__, __float__, __complex__, __index__, __str__, __repr__, __bytes__, __format__, __round__, __trunc__.
import math
class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 7 + 1j
    def __index__(self): return 8
    def __bytes__(self): return b"bytes of N"
    def __str__(self): return "str of N"
    def __repr__(self): return "repr of N"
    def __format__(self, spec): return f"format({spec})"
    def __round__(self, n=None): return f"round {n}"
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __bool__(self): return False
n = N()
print(int(n), float(n), complex(n), bytes(n), str(n), repr(n), format(n), format(n, "spec"), f"{n:x}", round(n), round(n, 3), math.trunc(n),
    math.floor(n), math.ceil(n), bool(n), hex(n), bin(n))
print([n], {1: n}, (n,), "%s %r %d %x %.1f" % (n, n, n, n, n), "{} {!r} {:q}".format(n, n, n), math.sqrt(n), math.factorial(n),
    chr(n) == "\x08", range(n))
class OnlyIndex:
    def __index__(self): return 3
print(int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex()), bytes(OnlyIndex()), [0] * OnlyIndex(), 1 << 5 >> OnlyIndex().__index__(),
    round(2.34567, OnlyIndex()), "-")
class Bad:
    def __int__(self): return "7"
    def __float__(self): return 7
    def __complex__(self): return 7.0
    def __index__(self): return 1.0
    def __bytes__(self): return "b"
    def __str__(self): return 5
    def __repr__(self): return b"r"
    def __format__(self, spec): return 5
    def __bool__(self): return 5
    def __len__(self): return 1
b = Bad()
for f in (int, float, complex, bytes, str, repr, format, bool, hex, ascii, lambda x: f"{x}", lambda x: "%s" % x, lambda x: print(x),
        lambda x: [1][x], lambda x: range(x), lambda x: [x].__repr__()):
    try: print(f(b))
    except TypeError as e: print(e)
class SubInt(int): pass
class RetSub:
    def __int__(self): return SubInt(4)
    def __str__(self): return SubStr("substr")
class SubStr(str): pass
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(int(RetSub()), type(int(RetSub())).__name__, type(str(RetSub())).__name__)
    print(w[0].category.__name__, w[0].message)
class Plain: pass
print(repr(Plain())[:24], str(Plain)[:24], format(Plain(), "")[:18])
for f in (lambda: int(Plain()), lambda: float(Plain()), lambda: complex(Plain()), lambda: bytes(Plain()), lambda: format(Plain(), "x"),
        lambda: round(Plain()), lambda: math.floor(Plain()), lambda: hex(Plain()), lambda: abs(Plain()), lambda: -Plain(),
        lambda: math.trunc(Plain())):
    try: f()
    except TypeError as e: print(e)
class ReprOnly:
    def __repr__(self): return "R!"
print(str(ReprOnly()), f"{ReprOnly():}", "%s" % ReprOnly(), ascii(type("é", (), {"__repr__": lambda s: "é"})()))
