# Answers of abstract base classes, asked again and again while classes change.
import abc, collections.abc as C, gc
class A(abc.ABC):
    @classmethod
    def __subclasshook__(cls, sub):
        if cls is A and "quack" in sub.__dict__: return True
        return NotImplemented
class B: pass
class D(A): pass
class E:
    def quack(self): pass
def ask(): return [isinstance(x, A) for x in (B(), D(), E(), 1, "s", B)], [issubclass(x, A) for x in (B, D, E, int, A)]
for _ in range(3): print(ask())
B.quack = 1; print(ask())     # asked before: the answer "no" stands until something is registered
A.register(int); print(ask())
class F: pass
print(isinstance(F(), A)); D.register(F); print(isinstance(F(), A), isinstance(F(), D), issubclass(F, A))
class Liar:
    __class__ = D
print(isinstance(Liar(), A), isinstance(Liar(), D), isinstance(Liar(), C.Sized))
class Proxy:
    def __init__(self, o): object.__setattr__(self, "o", o)
    def __getattribute__(self, n): return getattr(object.__getattribute__(self, "o"), n)
print(isinstance(Proxy([]), C.Sequence), isinstance(Proxy({}), C.Mapping), isinstance(Proxy({}), C.Sequence), isinstance(Proxy(D()), A))
class Meta(abc.ABCMeta):
    def __subclasscheck__(cls, sub):
        print("asked", sub.__name__); return super().__subclasscheck__(sub)
class M(metaclass=Meta): pass
class N(M): pass
for _ in range(2): print(isinstance(N(), M), isinstance(3, M), issubclass(N, M))
for i in range(300):
    K = type("K%d" % i, (), {"__len__": len} if i % 2 else {})
    assert isinstance(K(), C.Sized) == bool(i % 2) == issubclass(K, C.Sized), i
gc.collect()
for x in (5, None, "x"):
    try: print(issubclass(x, A))
    except TypeError as e: print(e)
A._abc_caches_clear(); print(ask())
class Later(C.Iterable):
    def __iter__(self): return iter(())
class Plain: pass
print(isinstance(Plain(), C.Iterable)); Plain.__iter__ = lambda self: iter(()); print(isinstance(Plain(), C.Iterable)); C.Iterable.register(bytes); print(isinstance(Plain(), C.Iterable))
match Later():
    case [*_]: print("sequence")
    case _: print("no sequence")
