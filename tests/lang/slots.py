# __slots__: layout, errors, inheritance and combination with __dict__.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, P.__slots__, hasattr(p, "__dict__"), type(P.x).__name__, P.x.__get__(p))
for src in ["p.z = 1", "p.__dict__", "del p.x; p.x", "del p.x", "P.x.__get__(5)", "p.nope"]:
    try: exec(src); print(src, "ok")
    except (AttributeError, TypeError) as e: print(src, "->", e)
class Q(P):
    __slots__ = ("z",)
q = Q(1, 2); q.z = 3
print(q.x, q.z, hasattr(q, "__dict__"))
class D(P): pass
d = D(1, 2); d.anything = 5
print(d.__dict__, d.x)
class W:
    __slots__ = ("a", "__dict__")
w = W(); w.a = 1; w.b = 2
print(w.__dict__)
class S:
    __slots__ = "single"
s = S(); s.single = 1; print(s.single)
class M:
    __slots__ = ["__priv", "pub"]
    def __init__(self): self.__priv = "mangled"
    def get(self): return self.__priv
print(M().get(), M()._M__priv)
class Doc:
    __slots__ = {"a": "doc of a", "b": "doc of b"}
print(Doc.a.__doc__, sorted(Doc.__slots__))
for src in ["class A:\n x = 1\n __slots__ = ('x',)", "class A:\n __slots__ = ('1a',)", "class A:\n __slots__ = (5,)", "class A(P, W): pass",
        "class A(int):\n __slots__ = ('x',)",
            "class A:\n __slots__ = ('__dict__', '__dict__')", "class A:\n __slots__ = 5", "class A(str):\n __slots__ = ()",
            "class A(tuple):\n __slots__ = ('q',)"]:
    try: exec(src); print("ok")
    except Exception as e: print(type(e).__name__, e)
class Empty: __slots__ = ()
class E1(Empty): __slots__ = ("k",)
class Both(E1, Empty): __slots__ = ("m",)
b = Both(); b.k = b.m = 1; print(b.k + b.m)
class Prop:
    __slots__ = ("_v",)
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x * 2
r = Prop(); r.v = 5; print(r.v)
try: r.__class__ = P
except TypeError as e: print(e)
try: Prop().v
except AttributeError as e: print(e)
