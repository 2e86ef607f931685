# property: getter, setter, deleter, inheritance, docs and error texts.
class C:
    def __init__(self): self._x = 0
    @property
    def x(self):
        """The x."""
        return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError("negative")
        self._x = v
    @x.deleter
    def x(self): print("deleted"); self._x = None
    ro = property(lambda self: "ro")
    wo = property(None, lambda self, v: print("wo", v))
    none = property()
c = C(); c.x = 5; print(c.x); del c.x; print(c.x, C.x.__doc__)
c.wo = 3
for src in ["c.x = -1", "c.ro = 1", "del c.ro", "c.wo", "c.none", "c.none = 1", "del c.none", "C.x.fget = 1", "property(1, 2, 3, 4, 5)"]:
    try: exec(src)
    except Exception as e: print(src, "->", type(e).__name__, e)
print(type(C.x).__name__, C.x.fget.__name__, C.x.fset(c, 9), c.x, C.ro.fset)
class D(C):
    @C.x.getter
    def x(self): return "D:" + str(self._x)
d = D(); d.x = 4; print(d.x)
class E(C):
    @property
    def x(self): return super().x * 10
e = E(); e._x = 3; print(e.x)
try: e.x = 1
except AttributeError as err: print(err)
class F:
    def get(self): return "via get"
    p = property(get, doc="explicit doc")
print(F().p, F.p.__doc__)
class G(F):
    def get(self): return "overridden, but p is bound to F.get"
print(G().p)
f = F()
f.__dict__["p"] = "ignored"; print(f.p)
class H:
    @property
    def __class_prop(self): return 1
    def m(self): return self.__class_prop
print(H().m())
class I:
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def sm(a, b=2): return a + b
    cm2 = classmethod(lambda cls: "lambda " + cls.__name__)
class J(I): pass
print(J.cm(), J().cm(), I.sm(1), I().sm(1, 1), J.cm2(), J.cm.__self__.__name__, type(I.__dict__["cm"]).__name__, I.__dict__["sm"].__func__(5))
print(I.__dict__["sm"](1), type(I.sm).__name__, I.cm.__func__.__name__)
try: I.__dict__["cm"]()
except TypeError as err: print(err)
