# __init_subclass__, __set_name__ and their order within class creation.
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", cls.__name__, name)
        cls.registry[name or cls.__name__.lower()] = cls
class A(Plugin): pass
class B(Plugin, name="bee"): pass
class C(B): pass
print(sorted(Plugin.registry))
try:
    class D(Plugin, unknown=1): pass
except TypeError as e: print(e)
class Field:
    def __set_name__(self, owner, name):
        print("set_name", name, hasattr(owner, "done"))
class Order(type):
    def __new__(m, n, b, ns, **k):
        print("meta new start")
        c = super().__new__(m, n, b, ns, **k)
        print("meta new end")
        return c
    def __init__(c, *a, **k): print("meta init")
class Base(metaclass=Order):
    def __init_subclass__(cls, **k): print("init_subclass", k); cls.done = True
class E(Base, opt=1):
    a = Field()
    b = Field()
class Mixin1:
    def __init_subclass__(cls, **k): print("mixin1", cls.__name__); super().__init_subclass__(**k)
class Mixin2:
    def __init_subclass__(cls, **k): print("mixin2", cls.__name__); super().__init_subclass__(**k)
class Both(Mixin1, Mixin2): pass
class Explicit:
    @classmethod
    def __init_subclass__(cls): print("explicit", cls.__name__)
class F(Explicit): pass
print(type(Plugin.__dict__["__init_subclass__"]).__name__, type(Base.__dict__.get("__class_getitem__", 0)).__name__)
T = type("T", (Plugin,), {}, name="dynamic"); print("dynamic" in Plugin.registry)
class Required:
    def __init_subclass__(cls, *, need): cls.need = need
try:
    class Missing(Required): pass
except TypeError as e: print(e)
class Given(Required, need=5): pass
print(Given.need)
try: object.__init_subclass__(x=1)
except TypeError as e: print(e)
