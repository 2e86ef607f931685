# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__ and module __getattr__.
class A:
    real = "class attr"
    def __init__(self): self.inst = "inst attr"
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("bad"): raise AttributeError(f"no {name} here")
        return name.upper()
a = A()
print(a.real, a.inst, a.other, hasattr(a, "bad1"), getattr(a, "bad2", "dflt"))
try: a.bad3
except AttributeError as e: print(e)
class B:
    x = 1
    def __getattribute__(self, name):
        print("getattribute", name)
        if name == "y": raise AttributeError("y")
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return "fallback"
b = B(); b.z = 2
print(b.x, b.z, b.y)
class C:
    def __setattr__(self, n, v): print("set", n, v); object.__setattr__(self, n, [v])
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
c = C(); c.a = 1; print(c.a); del c.a
setattr(c, "k", 2); delattr(c, "k")
try: del c.a
except AttributeError as e: print(e)
class D:
    def __dir__(self): return ["z", "a", "m"]
print(dir(D()), D().__dir__())
class E:
    def __getattr__(self, n): return lambda *a: (n, a)
e = E()
print(e.anything(1, 2), e.__custom__())
try: len(e)
except TypeError as x: print(x)
try: e + 1
except TypeError as x: print(x)
class P:
    @property
    def p(self): return self.missing
    def __getattr__(self, n): return "via getattr " + n
print(P().p)
class Q:
    @property
    def p(self): return self.missing_inside
try: Q().p
except AttributeError as x: print(x)
for src in ["(1).foo", "None.foo", "[].foo", "len.foo", "int.foo", "(lambda: 0).foo", "'s'.foo", "A.foo", "a.__class__.foo", "(1).real = 2",
        "None.x = 1", "[].x = 1", "object().x = 1", "int.x = 1",
            "del (1).x", "len.x = 5", "'a'.upper.x = 1", "A.get.x", "setattr(a, 5, 1)", "getattr(a, 5)", "a.__dict__ = 5", "del A.nope",
            "super.x = 1"]:
    try: exec(src); print(src, "ok")
    except (AttributeError, TypeError) as x: print(src, "->", type(x).__name__, x)
class Dyn: pass
d = Dyn(); d.__dict__["with space"] = 1; print(getattr(d, "with space"), vars(d))
d.__dict__ = {"n": 5}; print(d.n)
