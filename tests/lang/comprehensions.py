# Comprehension forms, their scope, and evaluation order.
print([x * x for x in range(5)], {x % 3 for x in range(9)} == {0, 1, 2}, {k: v for k, v in zip("ab", [1, 2])})
print([(i, j) for i in range(3) for j in range(i)])
print([x for x in range(20) if x % 2 if x % 3])
print([[j for j in range(i)] for i in range(4)])
print([a + b for a, b in [(1, 2), (3, 4)]], [f for f, *r in ["abc", "de"]])
x = "outer"
[x for x in range(3)]
print(x)
def f():
    y = 2
    return [x * y for x in range(3) if x != y]
print(f())
def g():
    fs = [lambda: i for i in range(3)]
    return [h() for h in fs]
print(g())
print([y := 1, y + 1], [last := i for i in range(4)], last)
def trace(n):
    print("iter", n, end="; ")
    return range(n)
r = [(a, b) for a in trace(2) for b in trace(a + 1)]
print(r)
gen = (i for i in trace(3))
print("made")
print(next(gen), list(gen))
try:
    (i for i in 5)
except TypeError as e:
    print(e)
try:
    [i for i in range(3) if undefined]
except NameError as e:
    print(e)
d = {(k := i): k for i in range(2)}
print(d, k)
print({**{i: i for i in range(2)}, 5: 6})
print(sum(i for i in range(4)), max((len(w), w) for w in "a bb cc".split()))
print([i if i % 2 else -i for i in range(5)], [(yield_ := i) for i in [7]])
def nested():
    n = 3
    return [[n * i + j for j in range(n)] for i in range(n)]
print(nested())
class C:
    vals = [1, 2]
    doubled = [v * 2 for v in vals]
    try:
        bad = [w for v in [1] for w in vals]
    except NameError as e:
        print(e)
print(C.doubled)
print(list(x for x in "abc"), [*(c.upper() for c in "xyz")])
def e():
    for x in [x for x in [1, 2]]:
        yield [x for y in range(x)]
print(list(e()), [lambda: 0 for _ in range(2)][0]())
