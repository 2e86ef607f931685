# C3 linearisation, super() in its forms, cooperative methods.
class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
print(D().who(), [c.__name__ for c in D.__mro__], D.mro() == list(D.__mro__))
print(super(B, D()).who(), super(D, D()).who(), B.who(D()))
class X: pass
class Y(X): pass
try:
    class Z(X, Y): pass
except TypeError as e: print(e)
class P: pass
class Q: pass
class PQ(P, Q): pass
class QP(Q, P): pass
try:
    class Bad(PQ, QP): pass
except TypeError as e: print(e)
class E:
    @classmethod
    def make(cls): return "E.make " + cls.__name__
    @staticmethod
    def st(): return "E.st"
    @property
    def prop(self): return "E.prop"
    attr = "E.attr"
class F(E):
    @classmethod
    def make(cls): return "F>" + super().make()
    @staticmethod
    def st(): return "F>" + super(F, F).st()
    @property
    def prop(self): return "F>" + super().prop
    attr = "F.attr"
    def get(self): return super().attr, [super(F, self).attr for _ in range(1)]
    def missing(self): return super().nope
    def setter(self): super().new = 1
print(F.make(), F.st(), F().prop, F().get())
for f in (lambda: F().missing(), lambda: F().setter(), lambda: super(B, C()).who(), lambda: super(5, 5), lambda: super(F, 5), lambda: super()):
    try: print(f())
    except (TypeError, AttributeError, RuntimeError) as e: print(type(e).__name__, e)
def outside(self): return super().who()
try: outside(D())
except RuntimeError as e: print(e)
class N:
    def m(): super()
    def n(self): del self; return super()
for f in (N.m, N().n):
    try: f()
    except RuntimeError as e: print(e)
print(repr(super(B, D())) .startswith("<super: <class 'B'>" ) or repr(super(B, D()))[:15])
u = super(B); print(u.__thisclass__.__name__, u.__self__, u.__get__(D()).who())
class Init:
    def __init__(self, **kw): print("Init", kw)
class I1(Init):
    def __init__(self, a, **kw): print("I1", a); super().__init__(**kw)
class I2(Init):
    def __init__(self, b, **kw): print("I2", b); super().__init__(**kw)
class I3(I1, I2): pass
I3(a=1, b=2, c=3)
class Custom(type):
    def mro(cls): return [cls, A, object]
class WithMro(metaclass=Custom): pass
print(WithMro().who())
D.__bases__ = (C, B); print(D().who())
try: D.__bases__ = ()
except TypeError as e: print(e)
