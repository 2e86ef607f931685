# Functions that drain a generator without leaving it for each value: what they see, and when they stop.
import sys

def numbers(n, log=None):
    for i in range(n):
        yield i

print(sum(numbers(10)), sum(x / 2 for x in range(10)), sum([0.1] * 10), sum(0.1 for _ in range(10)), sum((x for x in (1, 2.5, True, 3)), 0.5))
print(sum(2 ** 62 for _ in range(5)), sum((2 ** 46 for _ in range(3)), 2 ** 62), sum(-2 ** 62 for _ in range(5)), sum((x for x in (2 ** 62, 2 ** 62, True, 1.5))))
print(sum((c for c in ([1], [2])), []), sum(complex(1, i) for i in range(3)))
print(max(numbers(9)), min(x * 1.5 for x in (3, 1, 2)), max(c for c in "hello"), min((i for i in ()), default="none"), max(x for x in (1, 2.5, 2, True, 10 ** 30, 3)))
print(all(x < 5 for x in range(9)), all(x < 50 for x in range(9)), any(x > 5 for x in range(9)), any(x for x in (0, "", [], 0.0)), all([]), any(()))
g = numbers(10)
print(any(x == 3 for x in g), next(g), list(g), list(g))
print(list(numbers(3)), tuple(x * 2 for x in range(3)), sorted(-x for x in range(4)), "-".join(str(i) for i in range(12)), len(list(i for i in range(1000))))

# yield from, return values, and generators that end while they are drained
def inner():
    got = yield 1
    yield got
    return "inner"
def outer():
    r = yield from inner()
    yield r
    yield from (x for x in "ab")
    return "outer"
print(list(outer()))
print(sum(x for x in (y for y in (z for z in range(50)))))
def nested(n):
    for i in range(n):
        yield sum(j for j in range(i)) + max((k for k in range(i)), default=0)
print(list(nested(8)), sum(nested(20)))

# exceptions on either side
def fails(n):
    yield from range(n)
    raise ValueError("after %d" % n)
for f in sum, list, max, all, any, sorted, tuple, "".join:
    try: print(f(fails(3)))
    except Exception as e: print(type(e).__name__, e, e.__traceback__.tb_next.tb_frame.f_code.co_name if e.__traceback__.tb_next else None)
log = []
try: sum(x if x < 3 else "text" for x in numbers(9, log))
except TypeError as e: print(e)
# the generator is suspended whenever somebody else's code runs
class Adds:
    def __init__(self, g): self.g = g
    def __radd__(self, other):
        return other + next(self.g) + self.g.gi_frame.f_lineno * 0 + self.g.gi_running
    __add__ = __radd__
def gives():
    yield 1
    yield Adds(h)
    yield 10
    yield 100
h = gives()
print(sum(h))
class Before:
    def __init__(self, g, n): self.g, self.n = g, n
    def __gt__(self, other):
        next(self.g, None)
        return self.n > other.n
    def __bool__(self): return next(self.g, True) is not None
def many(): 
    for i in range(10): yield Before(m, i)
m = many(); print(max(m).n)
m = many(); print(all(m), any(many()))
def again():
    yield 1
    yield sum(r)
r = again()
try: print(list(r))
except ValueError as e: print(e)

# a list that its own generator changes
items = [0]
def grows():
    for i in range(5):
        items.append("g%d" % i)
        yield i
items.extend(grows())
print(items)
items += (items.pop() for _ in range(3))
print(items)
def clears():
    for i in range(40):
        if i % 7 == 6: items.clear()
        yield i
items.extend(clears())
print(items)

# tracing sees each yield
events = []
def tracer(frame, event, arg):
    if frame.f_code.co_name == "numbers": events.append((event, arg if event == "return" else frame.f_lineno))
    return tracer
sys.settrace(tracer); sum(numbers(2)); sys.settrace(None)
print(events)
# frames
def looks():
    for i in range(3):
        yield (sys._getframe().f_back.f_code.co_name, sys._getframe().f_lineno, i)
print(list(looks()))
def locals_kept():
    for i in range(3):
        f = sys._getframe()
        yield i
    print(f.f_locals["i"], sorted(f.f_locals))
print(sum(locals_kept()))
async def wrong():
    return list(x async for x in agen())
async def agen():
    for i in range(3): yield i
import asyncio
try: asyncio.run(wrong())
except TypeError as e: print(e)
async def right():
    async for x in agen(): print(sum(y for y in range(x + 3)), end=" ")
    print([sum(i for i in range(await asyncio.sleep(0, 5))) for _ in range(2)], max([x async for x in agen()]))
asyncio.run(right())
