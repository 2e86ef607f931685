# Functions: default capture, recursion through names, returning functions, varargs forwarding, nested defs.
def outer(n):
    def add(x, n=n): return x + n
    n = 100
    return add
print(outer(5)(1), outer(5)(1, n=2))
def forward(f, *a, **k): return f(*a, **k)
print(forward(max, 1, 5, 3), forward(sorted, [3, 1], reverse=True), forward(forward, forward, len, "abc"))
def multi(): return 1, [2], {"k": 3}
a, (b,), c = multi(); print(a, b, c)
def nothing(): pass
def early(x):
    if x: return
    return "late"
print(nothing(), early(1), early(0))
def apply_n(f, n, x):
    for _ in range(n): x = f(x)
    return x
print(apply_n(lambda s: s + "!", 3, "hi"), apply_n(lambda x: x * 2, 10, 1))
def curry(f, *a): return lambda *b: f(*a, *b)
print(curry(pow, 2)(10), curry(curry, print, "curried")("args")())
def fact(n): return n * fact(n - 1) if n else 1
other, fact = fact, lambda n: "replaced"
print(other(3))
def defaults(a, b=[], c={}, *, d=()): b.append(a); c[a] = b; return b, c, d
defaults(1); print(defaults(2))
def f(x):
    def f(x): return "inner " + x
    return f(x)
print(f("arg"))
def g(x, x2=None):
    """Doc."""
    x2 = x2 or x
    return locals()
print(g(1), g.__doc__, g.__name__)
def swap_kw(**kw): return {v: k for k, v in kw.items()}
print(swap_kw(a=1, b=2), (lambda *a, **k: (a, k))(1, *(2, 3), x=4, **{"y": 5}))
fns = {}
for name in ("a", "b"):
    def fn(name=name): return name
    fns[name] = fn
print([fns[k]() for k in fns], [f.__name__ for f in fns.values()])
if True:
    def cond(): return "defined in if"
else:
    def cond(): return "else"
print(cond(), callable(cond))
try: later()
except NameError as e: print(e)
def later(): return "now"
print(later())
def gen_or_not(flag):
    if flag: yield 1
    return 2
print(type(gen_or_not(0)).__name__, list(gen_or_not(1)), list(gen_or_not(0)))
def very(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z): return a + z, len(locals())
print(very(*range(26)))
