"""Decorators, descriptors, metaclasses: a tiny ORM-like registry."""
import functools, inspect, time, types, weakref, contextlib, abc
def timed(fn=None, *, repeat=1):
    if fn is None: return functools.partial(timed, repeat=repeat)
    @functools.wraps(fn)
    def wrap(*a, **k):
        for _ in range(repeat): r = fn(*a, **k)
        wrap.calls += 1
        return r
    wrap.calls = 0
    return wrap
@timed
def add(a: int, b: int = 2) -> int:
    "Add two."
    return a + b
@timed(repeat=3)
def hello(n, *args, sep="-", **kw): print("hello", n, args, sep, kw)
add(1); add(1, 5); hello("x", 1, 2, sep="+", q=1)
print(add.calls, add.__name__, add.__doc__, add.__wrapped__(4), inspect.signature(add), inspect.signature(hello), add.__annotations__)
class Typed:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = "_" + name; self.public = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.public} must be {self.kind.__name__}, got {type(v).__name__}")
        setattr(obj, self.name, v)
    def __delete__(self, obj): delattr(obj, self.name)
class ModelMeta(type):
    registry = {}
    def __new__(m, name, bases, ns, **kw):
        fields = {k: v for k, v in ns.items() if isinstance(v, Typed)}
        cls = super().__new__(m, name, bases, ns)
        cls._fields = {**getattr(cls, "_fields", {}), **fields}
        if kw.get("register", True): m.registry[name.lower()] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, **kw):
        obj = super().__call__()
        for k, v in kw.items():
            if k not in cls._fields: raise AttributeError(f"{cls.__name__} has no field {k!r}")
            setattr(obj, k, v)
        return obj
    def __iter__(cls): return iter(cls._fields)
    def __len__(cls): return len(cls._fields)
    def __contains__(cls, k): return k in cls._fields
    def __repr__(cls): return f"<model {cls.__name__}>"
class Model(metaclass=ModelMeta, register=False):
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{f}={getattr(self, f)!r}' for f in type(self))})"
class User(Model):
    name = Typed(str, "anon")
    age = Typed(int, 0)
class Admin(User):
    level = Typed(int, 1)
u = User(name="Ann", age=3); print(u, list(User), len(Admin), "level" in Admin, ModelMeta.registry, User)
try: u.age = "x"
except TypeError as e: print(e)
try: User(foo=1)
except AttributeError as e: print(e)
del u.age; print(u.age, Admin(level=5), User.name.default)
class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @abc.abstractmethod
    def scale(self, k): ...
    @classmethod
    def __subclasshook__(cls, c): return NotImplemented
try: Shape()
except TypeError as e: print(e)
class Sq(Shape):
    def __init__(self, s): self.s = s
    area = property(lambda self: self.s ** 2)
    def scale(self, k): return Sq(self.s * k)
print(Sq(3).scale(2).area, Shape.__abstractmethods__ == {"area", "scale"})
class Meta2(type):
    @classmethod
    def __prepare__(m, name, bases): return {"injected": 42}
    def __instancecheck__(cls, o): return o == 1
    def __getattr__(cls, n): return f"meta {n}"
    def __add__(cls, o): return "added"
class X(metaclass=Meta2): y = injected + 1
print(X.injected, X.y, isinstance(1, X), isinstance(X(), X), X.foo, X + 1)
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t):
        print("compute"); v = o.__dict__[self.n] = self.f(o); return v
class Q:
    @Lazy
    def v(self): return 99
    @functools.cached_property
    def w(self): print("w!"); return 5
q = Q(); print(q.v, q.v, q.w, q.w, vars(q))
@functools.singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
@show.register(str | bytes)
def _(x): return "text"
print(show(1), show([1]), show("a"), show(b""), show(2.5), show(True), show.registry.keys() >= {int})
class Cell:
    @functools.singledispatchmethod
    def set(self, v): return "any"
    @set.register
    def _(self, v: int): return "int"
print(Cell().set(1), Cell().set("a"))
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2))
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
class Child(Base, tag="t"): pass
print(Child.tag, types.new_class("Dyn", (Base,), {"tag": "d"}).tag, type("T", (), dict(a=1, f=lambda self: self.a))().f())
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n + 1
    def __reversed__(self): return range(1, self.n + 1)
    def __contains__(self, x): return 0 < x <= self.n
    def __length_hint__(self): return self.n
print(list(Countdown(3)), list(reversed(Countdown(3))), 2 in Countdown(3), max(Countdown(4)), sum(Countdown(4)), dict(zip("ab", Countdown(5))))
class P:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError("neg")
        self._x = v
    @x.deleter
    def x(self): print("deleted"); self._x = 0
    @staticmethod
    def sm(a): return a
    @classmethod
    def cm(cls): return cls.__name__
o = P(); o.x = 4; print(o.x, P.x.__doc__, P.sm(3), o.cm()); del o.x
try: o.x = -1
except ValueError as e: print(e)
class RO:
    @property
    def a(self): return 1
try: RO().a = 2
except AttributeError as e: print(e)
try: del RO().a
except AttributeError as e: print(e)
