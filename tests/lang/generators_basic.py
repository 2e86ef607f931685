# Generators: laziness, state, return values, exhaustion.
def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
    return "result"
g = count(2)
print("created")
print(next(g), next(g))
try: next(g)
except StopIteration as e: print("stop", e.value, e.args)
try: next(g)
except StopIteration as e: print("again", e.value)
print(next(g, "default"))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from_fib = fib()
print([next(from_fib) for _ in range(10)])
print(list(x for x, _ in zip(fib(), range(5))))
def empty():
    return
    yield
print(list(empty()))
def tree(t):
    if t:
        l, v, r = t
        yield from tree(l)
        yield v
        yield from tree(r)
print(list(tree(((None, 1, None), 2, (None, 3, (None, 4, None))))))
def expr():
    x = yield
    while x is not None:
        x = yield x * 2
e = expr(); print(next(e), e.send(5), e.send(7))
def tup():
    yield 1, 2
    yield
    yield *[1, 2], 3
print(list(tup()))
print(type(g).__name__, g.__name__, g.__qualname__, g.gi_running, g.gi_frame, g.gi_yieldfrom, iter(g) is g)
h = count(1); print(h.gi_frame is not None, h.gi_code.co_name)
a, b, *c = (i * i for i in range(5)); print(a, b, c)
def args(*a, **k):
    yield a
    yield k
print(*args(1, x=2))
def locals_kept():
    a = 1
    while True:
        a += yield a
k = locals_kept(); next(k); print([k.send(i) for i in range(4)])
print(sum(x for x in range(101)), sorted(x for x in "hello"), "".join(c for c in "abc"), dict((c, 1) for c in "ab"))
print(3 in (i for i in range(5)), max(i for i in [3, 9, 2]), tuple(i for i in "ab"))
