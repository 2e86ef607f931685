# Starred expressions where the grammar allows them.
a = [1, 2]
print([*a, *a], (*a,), {*a}, [*a, 3], [*"", *()], (0, *a, *range(2)))
t = *a, 3
print(t)
def f(*x, **k): return x, k
print(f(*a), f(*a, *a), f(0, *a, 9), f(*a, k=1), f(k=1, *a), f(**{"a": 1}, **{"b": 2}), f(*[], **{}), f(*"ab", *{}, c=1, **{"d": 2}))
def g(): return *a, *a
print(g())
def y():
    yield *a, 5
    x = yield
print(next(y()))
for x in *a, *"z": print(x, end=" ")
print()
d = {"x": 1}
print({**d}, {**d, "x": 2}, {"x": 0, **d}, {**d, **{"y": 2}}, {"a": {**d}}, dict(**d, z=3))
class I:
    def __getitem__(self, k): return k
print(I()[*a], I()[*a, 1], I()[0, *a, 1:2])
*x, y = *a, 3
print(x, y)
print(*(i for i in range(3)), *map(str, a))
print(*a, sep="", end="\n")
def h(a, b, *, c, d): return a, b, c, d
print(h(*[1, 2], **{"c": 3}, **{"d": 4}))
class M:
    def keys(self): return ["c", "d"]
    def __getitem__(self, k): return k.upper()
print(h(1, 2, **M()), {**M()}, dict(M()))
for src in ["*a", "x = *a", "(*a)", "[*a for a in b]", "{**a for a in b}", "{*a: 1}", "f(**a, *b)", "print(**a, *b)", "*a = 1", "*a += 1",
        "del *a", "lambda: *a", "{**a, *b}", "[**a]", "f(*)", "f(**)", "(**a)", "*a if b else c", "x[*a:b]", "{*a, **b}", "if *a: pass",
        "a = (*b for b in c)"]:
    try: compile(src, "s", "exec"); print(src, "ok")
    except SyntaxError as e: print(src, "->", e.msg)
print([*{1: 2}], [*{"k": 1}.items()], (*[*[*[1]]],), [*range(2), *[*"ab"]], max(*a, 7), [[*r] for r in ([1], (2, 3))])
