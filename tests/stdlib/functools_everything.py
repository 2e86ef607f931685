import functools as f
print(f.reduce(lambda a, b: a + b, [1, 2, 3]), f.reduce(lambda a, b: a + b, [], 5), f.reduce(max, [3]), sorted([3, 1, 2], key=f.cmp_to_key(lambda a, b: b - a)))
p = f.partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, repr(f.partial(print, 1, sep="")).split(" at ")[0][:18], f.partial(f.partial(pow, 2), 3)(), f.partial(pow, exp=2)(3), f.partial(p, "11")())
class C:
    def __init__(self): self.n = 0
    @f.cached_property
    def slow(self): self.n += 1; return self.n
    def add(self, a, b=0): return (a, b)
    one = f.partialmethod(add, 1)
    kw = f.partialmethod(add, b=7)
    @f.singledispatchmethod
    def show(self, x): return "any"
    @show.register
    def _(self, x: int): return "int"
    @show.register(list)
    def _(self, x): return "list"
c = C(); print(c.slow, c.slow, c.n, c.one(), c.one(5), c.kw(1), c.show(1), c.show([]), c.show("x"), C.slow.__class__.__name__); del c.slow; print(c.slow)
@f.lru_cache(maxsize=2)
def sq(x, typed=None): return x * x
print([sq(n) for n in (1, 2, 1, 3, 2)], sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(4)); sq.cache_clear(); print(sq.cache_info())
@f.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@f.lru_cache(typed=True)
def t(x): return type(x).__name__
print(t(1), t(1.0), t(True), t.cache_info().currsize)
@f.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2))
@f.singledispatch
def kind(x): return "object"
@kind.register
def _(x: int | float): return "number"
@kind.register(str)
def text(x): return "str"
print(kind(1), kind(1.5), kind("a"), kind(None), kind(True), kind.dispatch(bool).__name__, kind.registry[str].__name__, sorted(k.__name__ for k in kind.registry))
def deco(fn):
    @f.wraps(fn)
    def inner(*a): "inner"; return fn(*a)
    return inner
@deco
def named(a: int) -> str: "docs"
print(named.__name__, named.__doc__, named.__wrapped__.__name__, named.__annotations__, f.WRAPPER_ASSIGNMENTS, f.WRAPPER_UPDATES)
for g in (lambda: f.reduce(max, []), lambda: f.partial(), lambda: f.partial(5), lambda: f.lru_cache("x"), lambda: sq([]), lambda: f.total_ordering(type("N", (), {})), lambda: f.cmp_to_key(None)(1) < f.cmp_to_key(None)(2), lambda: kind(), lambda: kind.register("x"), lambda: f.singledispatchmethod(5), lambda: f.reduce(5, [1, 2]), lambda: f.reduce(max, 5), lambda: f.cached_property(len).__get__(5)):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
