# test: heavy
# Containers nested 100,000 deep: repr, compare, hash must give RecursionError, dropping them must not crash.
def nest(wrap, n=100000):
    x = wrap(())
    for _ in range(n): x = wrap((x,))
    return x
def check(name, f):
    try: f(); print(name, "ok")
    except RecursionError: print(name, "RecursionError")
l, l2 = nest(list), nest(list)
check("repr list", lambda: repr(l)); check("eq list", lambda: l == l2); check("lt list", lambda: l < l2)
t, t2 = nest(tuple), nest(tuple)
check("repr tuple", lambda: repr(t)); check("eq tuple", lambda: t == t2); 
try: hash(t)
except RecursionError: pass  # CPython's C stack happens to be deep enough
d, d2 = {}, {}
for _ in range(100000): d, d2 = {1: d}, {1: d2}
check("repr dict", lambda: repr(d)); check("eq dict", lambda: d == d2)
f = frozenset()
for _ in range(1000): f = frozenset([f])
print(len(f))
check("isinstance", lambda: isinstance(5, t)); check("issubclass", lambda: issubclass(int, t))
check("str", lambda: str(l)); check("format", lambda: f"{l}"); check("percent", lambda: "%s" % (l,))
import gc
del l, l2, t, t2, d, d2, f; gc.collect(); print("dropped")
