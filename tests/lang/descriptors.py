# Data and non-data descriptors, their precedence, __set_name__, __delete__.
class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name); self.name = name
    def __get__(self, obj, owner):
        return f"get {self.name} {obj is not None} {owner.__name__}"
    def __set__(self, obj, v): print("set", self.name, v); obj.__dict__[self.name] = v
    def __delete__(self, obj): print("delete", self.name)
class NonData:
    def __get__(self, obj, owner=None): return "nondata " + ("class" if obj is None else "instance")
class SetOnly:
    def __set__(self, obj, v): obj.__dict__["so"] = ("wrapped", v)
class C:
    d = Data()
    n = NonData()
    so = SetOnly()
print(C.d, C().d, C.n, C().n)
c = C()
c.d = 1; c.n = 2; c.so = 3
print(c.d, c.n, c.so, c.__dict__)
del c.d; del c.n
print(c.n)
try: del C().so
except AttributeError as e: print(e)
print(type(C.so).__name__)
class RO:
    def __get__(self, o, t): return 5
    def __set__(self, o, v): raise AttributeError("read only!")
class R: ro = RO()
try: R().ro = 1
except AttributeError as e: print(e)
class Raises:
    def __get__(self, o, t): raise AttributeError("from get")
class G:
    x = Raises()
    def __getattr__(self, name): return "fallback " + name
print(G().x, getattr(G, "x", "dflt"))
class Bound:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None): return self if o is None else lambda *a: self.f(o, *a)
class K:
    @Bound
    def m(self, x): return self.__class__.__name__, x
print(K().m(4), K.m.f.__name__)
c2 = C(); c2.__dict__["d"] = "hidden"; print(c2.d)
c2.inst = Data.__get__ and NonData(); print(type(c2.inst).__name__)
f = lambda self: self
print(f.__get__(5)(), f.__get__(None, int) is f, type(f.__get__(5)).__name__)
class BadName:
    def __set_name__(self, o, n): raise ValueError("bad name")
try:
    class X: z = BadName()
except ValueError as e: print(type(e).__name__, e, e.__notes__)
C.late = Data.__new__(Data); 
try: C.late
except AttributeError as e: print(e)
class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None):
        v = o.__dict__[self.n] = self.f(o); return v
class Z:
    @Cached
    def val(self): print("computed"); return 7
z = Z(); print(z.val, z.val)
