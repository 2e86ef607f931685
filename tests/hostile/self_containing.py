from _t import t
l = [1]; l.append(l); d = {}; d["d"] = d; tl = []; tup = (tl,); tl.append(tup); st = {1: []}; st[1].append(st)
print(l, d, tup, st, [l, l], repr({"x": l}))
t("eq list", lambda: l == [1, l], True)
a = [1]; a.append(a); b = [1]; b.append(b)
for name, f in dict(eq=lambda: a == b, lt=lambda: a < b, deq=lambda: d == {"d": {"d": d}}, hash=lambda: hash(tup), ain=lambda: a in a,
        index=lambda: a.index(a), count=lambda: b.count(b), sort=lambda: sorted([a, b])).items():
    try: print(name, f())
    except (RecursionError, TypeError) as e: print(name, type(e).__name__)
d1, d2 = {}, {}; d1[1] = d1; d2[1] = d2
try: print(d1 == d2)
except RecursionError: print("RecursionError")
class A:
    def __repr__(self): return f"A({self.__dict__})"
x = A(); x.me = [x]
try: repr(x)
except RecursionError: print("RecursionError")
class L(list): pass
s = L(); s.append(s); print(s, str([s])); e = ValueError(); e.args = (e,)
try: repr(e); print("ok")
except RecursionError: print("RecursionError")
u = [None] * 3; u[0] = u[1] = u[2] = u; print(u, len(u), u[0][1][2] is u)
m = [l]; l.extend(m); print(m, l); it = iter(l); l[0] = it; print(next(it) is it); c = [d]; d[2] = c; print(d, c)
e1 = KeyError("a"); e1.__context__ = e1; print(e1.__context__ is e1)
g = ExceptionGroup("g", [ValueError()]); g.x = g; print(repr(g)); f = lambda: f; f.f = f; print(f.f.f is f)
import gc; del l, d, a, b, d1, d2, x, s, u, m, c, g; gc.collect(); print("collected")
