# test: heavy
from _t import t
t("self base", lambda: exec("class A(A): pass"))
t("mro conflict", lambda: exec("class A: pass\nclass B(A): pass\nclass C(A, B): pass"))
t("dup", lambda: exec("class A: pass\nclass C(A, A): pass"))
t("layout", lambda: exec("class C(int, list): pass")); t("final", lambda: exec("class C(bool): pass"))
t("final2", lambda: exec("class C(type(lambda: 0)): pass")); t("final3", lambda: exec("class C(slice): pass"))
t("many bases", lambda: len(type("M", tuple(type(f"B{i}", (), {}) for i in range(300)), {}).__mro__), True)
t("deep", lambda: len(deep().__mro__), True)
def deep():
    c = object
    for i in range(300): c = type(f"D{i}", (c,), {})
    return c
D = deep(); t("deep", lambda: len(D.__mro__), True); t("deep attr", lambda: D().nope_attr)
A = type("A", (), {}); B = type("B", (A,), {})
t("cycle bases", lambda: setattr(A, "__bases__", (B,)))
t("self bases", lambda: setattr(A, "__bases__", (A,)))
t("object bases", lambda: setattr(object, "__bases__", ())); t("int attr", lambda: setattr(int, "x", 1))
t("del int attr", lambda: delattr(int, "real")); t("class to int", lambda: setattr(A(), "__class__", int))
t("int to class", lambda: setattr(5, "__class__", A)); t("type change", lambda: setattr(A, "__class__", int))
t("dict", lambda: setattr(A, "__dict__", {})); t("many attrs", lambda: len(many().__dict__), True)
def many():
    a = A()
    for i in range(5000): setattr(a, f"a{i}", i)
    for i in range(0, 5000, 2): delattr(a, f"a{i}")
    return a
t("many attrs", lambda: (len(many().__dict__), many().a4999), True)
t("non-str key", lambda: type("X", (), {5: 1}).__dict__[5], True)
t("inst non-str", lambda: (lambda a: (a.__dict__.update({5: 1}), vars(a)))(A())[1], True)
class S:
    __slots__ = tuple(f"s{i}" for i in range(500))
s = S()
for n in S.__slots__: setattr(s, n, n)
print(s.s0, s.s499)
class Chg: x = 1
c = Chg(); out = []
for i in range(5): Chg.x = i; out.append(c.x); setattr(Chg, f"m{i}", lambda self, i=i: i); out.append(getattr(c, f"m{i}")())
del Chg.x; t("deleted", lambda: c.x); print(out); Chg.__getattr__ = lambda self, n: "dyn " + n; print(c.x)
Chg.x = property(lambda self: "prop"); print(c.x); c.__dict__["x"] = "inst"; print(c.x); del Chg.x; print(c.x)
def call(o): return o.m()
class P1:
    def m(self): return 1
class P2:
    def m(self): return 2
p = P1(); r = [call(p)]; P1.m = lambda self: "patched"; r.append(call(p)); p.m = lambda: "inst"
r.append(call(p)); del p.m; p.__class__ = P2; r.append(call(p)); P2.m = staticmethod(lambda: "static")
r.append(call(p)); P2.m = 5
t("not callable", lambda: call(p)); print(r); t("del cls attr", lambda: delattr(P2, "m"))
t("gone", lambda: call(p))
t("super gone", lambda: exec("class Q:\n def f(self):\n  del self.__class__.f\n  return super().f()\nQ().f()"))
t("new abuse", lambda: object.__new__(type)); t("type new", lambda: type.__new__(int, "x", (), {}))
t("instance of meta", lambda: type.__call__(type, 1, 2))
t("sub getattr", lambda: type("T", (), {"__getattr__": lambda s: 1})().x)
t("deleter", lambda: delattr(A(), "__class__")); t("abstract int", lambda: int.__new__(A))
t("method on wrong", lambda: list.append((1,), 2)); t("slot wrong", lambda: S.s0.__get__(A()))
t("prop wrong", lambda: property().__get__(1)); t("unbound", lambda: dict.get([], 1))
t("classmethod call", lambda: classmethod(5).__get__(1)()); t("static call", lambda: staticmethod(5)())
