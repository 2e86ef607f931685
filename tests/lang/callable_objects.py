# __call__, bound methods, callables of many kinds, function attributes.
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *a, **k): return self.n + x, a, k
add = Adder(5)
print(add(1), add(1, 2, k=3), callable(add), callable(5), callable(int), callable(lambda: 0), list(map(Adder(1), [1, 2])))
class CallOnInst: pass
c = CallOnInst(); c.__call__ = lambda: "instance"
try: c()
except TypeError as e: print(e)
class Chain:
    def __call__(self): return self
    x = 1
print(Chain()()()().x)
class A:
    def m(self, *a): return (self.name, a)
    name = "A"
a = A(); bm = a.m
a.name = "changed"
print(bm(1), bm.__self__ is a, bm.__func__ is A.m, bm == a.m, bm is a.m, bm.__name__, A.m(a, 2), hash(bm) == hash(a.m))
b = A(); print(b.m == a.m, {a.m: 1}.get(a.m))
def f(a, b=1, *c, d, e=2, **g):
    """Doc."""
    x = 1
    return x
f.attr = "custom"; f.__doc__ = "new doc"
print(f.attr, f.__doc__, f.__dict__, f.__name__, f.__qualname__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames,
    f.__code__.co_name, f.__globals__ is globals(), f.__closure__)
f.__name__ = "renamed"; f.__qualname__ = "q.renamed"
try: f()
except TypeError as e: print(e)
for attr, v in [("__name__", 5), ("__code__", 5), ("__defaults__", 5), ("__dict__", 5), ("__closure__", ()), ("__globals__", {})]:
    try: setattr(f, attr, v)
    except (TypeError, AttributeError) as e: print(attr, "->", e)
def one(): return 1
def two(): return 2
one.__code__ = two.__code__; print(one())
bm.__func__.tag = "t"; print(bm.tag)
try: bm.new = 1
except AttributeError as e: print(e)
import types
m = types.MethodType(lambda self, x: (self, x), "bound self"); print(m(5))
print(types.MethodType(len, [1, 2])(), str.upper("abc"), "x".join.__self__, [].append.__name__, len.__name__, len.__self__.__name__,
    str.join.__qualname__, (1).__add__(2))
try: str.upper(5)
except TypeError as e: print(e)
try: str.upper()
except TypeError as e: print(e)
try: list.append([1])
except TypeError as e: print(e)
try: A.m()
except TypeError as e: print(e)
g = types.FunctionType(f.__code__, {"__builtins__": {}}, "made", (1, 2)); print(g.__name__, g.__defaults__)
print(list(map(str.strip, [" a ", "b "])), sorted("bA", key=str.lower), max(["a", "bbb"], key=len))
