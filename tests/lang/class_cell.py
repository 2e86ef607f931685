# __class__ in methods, zero-argument super, and classes replaced by decorators.
class A:
    def f(self): return __class__.__name__
    def g(self): return (lambda: __class__.__name__)()
    def h(self): return [__class__.__name__ for _ in range(1)]
    @classmethod
    def c(cls): return __class__.__name__, cls.__name__
    @staticmethod
    def s(): return __class__.__name__
    def nested(self):
        def inner(): return super().__repr__ is not None and __class__
        return __class__
class B(A): pass
b = B()
print(b.f(), b.g(), b.h(), b.c(), b.s(), b.nested().__name__)
def replace(cls):
    class New(cls):
        def f(self): return "new " + super().f()
    return New
@replace
class R:
    def f(self): return "old"
    def same(self): return __class__ is R
print(R().f(), R().same())
class M(type):
    def __new__(m, name, bases, ns):
        print("classcell" , "__classcell__" in ns)
        return super().__new__(m, name, bases, ns)
class WithCell(metaclass=M):
    def f(self): return super().f
class NoCell(metaclass=M): pass
class Bad(type):
    def __new__(m, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(m, name, bases, ns)
try:
    class X(metaclass=Bad):
        def f(self): return __class__
except RuntimeError as e: print(str(e)[:60])
class Body:
    try: __class__
    except NameError as e: print(e)
    def early(self): return __class__
class Local:
    __class__ = property(lambda self: int)
print(isinstance(Local(), int), Local().__class__, type(Local()).__name__)
class Switch1:
    def who(self): return 1
class Switch2:
    def who(self): return 2
s = Switch1(); s.__class__ = Switch2; print(s.who(), type(s).__name__)
for v in (5, int, type):
    try: s.__class__ = v
    except TypeError as e: print(e)
