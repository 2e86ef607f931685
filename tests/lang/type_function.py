# type(): one and three arguments, dynamic classes, class attributes and their mutation.
print(type(5), type("s"), type(None), type(type), type(len), type(lambda: 0), type(...), type(NotImplemented), type([]), type(int.real),
    type((i for i in ())), type(print), type(str.join), type("".join))
def hello(self): return f"hello from {self.name}"
P = type("P", (object,), {"hello": hello, "name": "P", "__doc__": "Doc of P"})
print(P().hello(), P.__name__, P.__doc__, P.__module__, P.__qualname__, P.__bases__)
Q = type("Q", (P,), dict(name="Q")); print(Q().hello(), Q.__mro__[1] is P)
class A: x = 1
A.y = 2; a = A(); A.z = lambda self: self.x + self.y
print(a.z(), A.__dict__["y"], sorted(k for k in A.__dict__ if not k.startswith("__")))
del A.y
try: a.z()
except AttributeError as e: print(e)
A.__name__ = "Renamed"; A.__qualname__ = "mod.Renamed"; A.__module__ = "elsewhere"
print(A, A.__name__, repr(a).split(" object")[0])
try: A.__name__ = 5
except TypeError as e: print(e)
try: A.__dict__["q"] = 1
except TypeError as e: print(e)
print(type(A.__dict__).__name__, isinstance(A, type), type(a) is A, a.__class__ is A, issubclass(Q, P),
    type("X", (), {})().__class__.__name__)
B1 = type("B1", (), {}); B2 = type("B2", (B1,), {})
print([c.__name__ for c in B1.__subclasses__()], B2.__base__.__name__, object.__base__, B2.mro()[-1], type.mro(int))
class Counter:
    count = 0
    def __init__(self): Counter.count += 1; self.count += 10
c1, c2 = Counter(), Counter()
print(Counter.count, c1.count, c2.count, vars(c1))
class L: shared = []
l1, l2 = L(), L()
l1.shared.append(1); l2.shared += [2]
print(L.shared, vars(l1), vars(l2))
class New:
    def __new__(cls, *a):
        print("new", a); o = super().__new__(cls); return o if a else "not an instance"
    def __init__(self, *a): print("init", a)
print(New(), type(New(1)).__name__)
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
print(Single() is Single())
class Tup(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
print(Tup(1, 2), type(Tup(1)).__name__, len(Tup(1, 2)))
class InitRet:
    def __init__(self): return 5
try: InitRet()
except TypeError as e: print(e)
for f in (lambda: object.__new__(5), lambda: object.__new__(int), lambda: int.__new__(str), lambda: object.__new__(),
        lambda: tuple.__new__(list), lambda: type.__new__(type), lambda: type.__call__(5), lambda: object.__init__(5, 1)):
    try: print(f())
    except TypeError as e: print(e)
