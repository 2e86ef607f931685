# gc and weakref: module functions, callbacks, weak containers in use.
import gc, weakref
class N:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"N({self.name})"
    def __hash__(self): return hash(self.name)
    def __eq__(self, o): return isinstance(o, N) and self.name == o.name
print(gc.isenabled(), type(gc.collect()).__name__, isinstance(gc.get_count(), tuple), isinstance(gc.get_threshold(), tuple),
    gc.is_tracked([]), callable(gc.get_objects), callable(gc.freeze))
a = N("a"); r = weakref.ref(a)
print(r() is a, r == weakref.ref(a), r is weakref.ref(a), hash(r) == hash(a), type(r).__name__, weakref.getweakrefs(a) == [r],
    isinstance(r, weakref.ReferenceType))
log = []
def make():
    b = N("b"); rb = weakref.ref(b, lambda ref: log.append("dead")); fin = weakref.finalize(b, log.append, "final")
    print(fin.alive, fin.peek()[2]); return rb, fin
rb, fin = make(); gc.collect(); print(rb(), sorted(log), fin.alive, fin())
d = weakref.WeakValueDictionary(a=a); d["t"] = a
print(sorted(d), d["a"], len(d), d.get("zz"), "t" in d, list(d.values()), sorted(d.items()), d.pop("t"), dict(d))
k = weakref.WeakKeyDictionary({a: 1}); k[a] += 1; print(k[a], list(k), list(k.items()), k.get(N("zz"), "none"), len(k))
s = weakref.WeakSet([a]); s.add(a); print(len(s), a in s, list(s)); s.discard(a); print(len(s))
p = weakref.proxy(a); p.name = "via proxy"; print(a.name, p.name, type(p).__name__, isinstance(p, N), p == a); a.name = "a"
try: hash(p)
except TypeError as e: print(e)
def fill():
    for i in range(3): t = N(i); d[i] = t; k[t] = i; s.add(t)
fill(); gc.collect(); print(len(d), len(k), len(s))
for f in (lambda: d["gone"], lambda: weakref.ref(5), lambda: weakref.proxy("s"), lambda: d.__setitem__("x", 5), lambda: k.__setitem__(5, 1),
        lambda: weakref.ref(a)(1), lambda: weakref.WeakSet([1]), lambda: weakref.WeakMethod(5), lambda: weakref.ref(),
        lambda: k[N("none")]):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split(": ")[-1][:60])
for ok in (N, len, lambda: 0, gc, {1}.__class__, frozenset(), (i for i in ()), type("E", (Exception,), {})()):
    print(type(ok).__name__, weakref.ref(ok)() is ok, end="; ")
print()
f = N.__init__; print(weakref.ref(f)() is f, weakref.WeakMethod(a.__repr__)()(), gc.garbage, gc.callbacks)
