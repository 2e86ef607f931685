# str(x), int(x) and the other builtin classes called as functions, by one argument.
class I(int):
    def __str__(self): return "I!"
    def __int__(self): return 77
class F(float):
    def __int__(self): return 5
class S(str):
    def __str__(self): return "S!"
class X:
    def __str__(self): return "X!"
    def __int__(self): return 12
    def __float__(self): return 1.5
    def __bool__(self): return False
    def __len__(self): return 3
    def __iter__(self): return iter("xyz")
class L(list):
    def __iter__(self): return iter("L")
class T(tuple):
    def __iter__(self): return iter("T")
values = [0, 7, -12345678901234, 2 ** 47 - 1, -2 ** 47, 2 ** 80, True, None, 0.0, -0.0, 1.5, -2.9999, 1e15, 9.1e15, 1e300, float("inf"), float("nan"), 1j, "", "a", "12", " 12 ", "1.5", "nan", b"3", b"ab",
          bytearray(b"4"), I(3), F(2.5), S("9"), X(), [1, 2], (3, 4), {5}, {"k": 1}, frozenset([1]), range(3), L([1, 2]), T((1, 2)), int, X, print, ..., iter([1, 2])]
for kind in str, int, float, bool, list, tuple, set, frozenset, bytes, complex:
    out = []
    for v in values:
        try: r = kind(v)
        except Exception as e: r = f"{type(e).__name__}: {e}"
        if kind in (set, frozenset): r = sorted(r, key=repr) if not isinstance(r, str) else r
        out.append(f"{r!r}" if type(r) is not str or kind is str else r)
    for v, r in zip(values, out):
        if " at 0x" not in r: print(kind.__name__, r)
print([type(v).__name__ for v in values])
l = [1, 2]; t = (1, 2); s = "text"; f = 1.5; n = 10 ** 30
print(list(l) is l, tuple(t) is t, str(s) is s, float(f) is f, int(n) is n, tuple(l), list(t), tuple(T((5,))), list(L("ab")), type(type(X())).__name__)
print(str(), int(), float(), bool(), list(), tuple(), set(), str(b"x", "ascii"), int("z", 36), str(object=5), list("ab"), int(x=5) if False else 0)
for f in (lambda: type(1, 2), lambda: int(1, 2, 3), lambda: list(1, 2), lambda: str(1, 2), lambda: bool(1, 2), lambda: tuple(5), lambda: set(5), lambda: list(None), lambda: float(x=1), lambda: bool(x=1)):
    try: print(f())
    except TypeError as e: print(e)

# methods of numbers: the same call site for several kinds
def bits(x): return x.bit_length()
def whole(x): return x.is_integer()
def conj(x): return x.conjugate()
print([bits(x) for x in (5, True, 2 ** 70, 0, I(9), -1)])
print([whole(x) for x in (5, 2.0, 2.5, True, F(3.0), 7)])
print([conj(x) for x in (1, 1.5, 2j, True, 3)])
for x in 1, 2.5, "s", 1, None, 2.5:
    try: print(x.as_integer_ratio())
    except AttributeError as e: print(e)
class Y(int):
    def bit_length(self): return "mine"
print([bits(x) for x in (1, Y(1), 2)])
