# Generator expressions: first iterable is eager, the rest lazy; close runs finally.
def src(name, n):
    print("src", name)
    return range(n)
g = ((a, b) for a in src("outer", 2) for b in src("inner", 2))
print("before")
print(list(g))
x = 1
lazy = (x for _ in range(2))
x = 5
print(list(lazy))
def f():
    y = 10
    g = (y + i for i in range(3))
    y = 20
    return list(g)
print(f())
fs = [g for g in ((i * j for i in range(3)) for j in range(3))]
print([list(h) for h in fs])
def pipeline():
    nums = (n for n in range(10))
    odd = (n for n in nums if n % 2)
    return (n * n for n in odd)
print(list(pipeline()))
def resource():
    print("open")
    try:
        for i in range(5):
            yield i
    finally:
        print("close")
for v in resource():
    if v == 1:
        break
print("after loop")
import gc
gc.collect()
r = resource()
print(next(r)); r.close(); r.close()
print(next(r, "closed"))
def two_loops():
    it = iter(resource())
    for a in it:
        for b in it:
            yield a, b
print(list(two_loops()))
def swap():
    a, b = 1, 2
    while True:
        cmd = yield a, b
        match cmd:
            case "swap": a, b = b, a
            case "stop": return
s = swap(); print(next(s), s.send("swap"), next(s))
try: s.send("stop")
except StopIteration as e: print("stopped", e.value)
class C:
    def __iter__(self):
        yield from self.items
    items = [1, 2]
    gen = (i for i in items)
print(list(C()), list(C.gen))
print(g.gi_frame, repr(type((i for i in ()))), (i for i in ()).__name__)
