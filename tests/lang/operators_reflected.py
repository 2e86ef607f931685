# Binary operator dispatch: left, right, subclass first, NotImplemented.
names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split()
class R:
    pass
for n in names:
    setattr(R, f"__r{n}__", lambda self, other, n=n: f"r{n}({other})")
r = R()
print(1 + r, 1 - r, 1 * r, 1 / r, 1 // r, 1 % r, 1 ** r, 1 << r, 1 >> r, 1 & r, 1 | r, 1 ^ r, 1 @ r, divmod(1, r))
print("s" + r, [] + r, (1,) + r, 1.5 + r, None + r, {} | r, b"b" + r, [1] * r)
class L:
    def __add__(self, o): return NotImplemented
    def __sub__(self, o): return "L.sub"
    def __str__(self): return "L()"
class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Sub(Base):
    def __radd__(self, o): return "Sub.radd"
class Sub2(Base):
    pass
print(Base() + Sub(), Sub() + Base(), Base() + Sub2(), L() + R(), L() - R(), Base() + Base())
for f in [lambda: L() + 1, lambda: L() + L(), lambda: 1 + L(), lambda: R() + 1, lambda: L() * 2, lambda: pow(L(), 2, 3), lambda: L() ** 2]:
    try:
        print(f())
    except TypeError as e:
        print(e)
class MyInt(int):
    def __add__(self, o): return "MyInt.add"
    def __radd__(self, o): return "MyInt.radd"
    def __rsub__(self, o): return "MyInt.rsub"
print(1 + MyInt(2), MyInt(2) + 1, 5 - MyInt(2), MyInt(7) - 5, MyInt(3) * 2, type(MyInt(3) * 2).__name__)
class P:
    def __pow__(self, e, m=None): return "pow", e, m
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return "round", n
    def __divmod__(self, o): return "divmod"
    __rdivmod__ = __divmod__
print(P() ** 2, pow(P(), 2, 3), -P(), +P(), ~P(), abs(P()), round(P()), round(P(), 2), divmod(P(), 1), divmod(1, P()))
class Raises:
    def __add__(self, o): raise ValueError("from add")
try:
    Raises() + R()
except ValueError as e:
    print(e)
class NoneAdd:
    __add__ = None
    __radd__ = None
try:
    NoneAdd() + 1
except TypeError as e:
    print(e)
try:
    1 + NoneAdd()
except TypeError as e:
    print(e)
