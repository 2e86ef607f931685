# Async generators driven by hand: asend, athrow, aclose, and finalisation.
def run(aw):
    """Drive an awaitable that never really suspends."""
    it = aw.__await__()
    try:
        while True: it.send(None)
    except StopIteration as e: return e.value
def step(f):
    try: return run(f())
    except BaseException as e: return f"{type(e).__name__}({e})"
async def ag():
    try:
        x = yield 1
        print("got", x)
        try: yield 2
        except ValueError as e: print("caught", e); yield "recovered"
        yield 3
    finally: print("cleanup")
a = ag()
print(type(a).__name__, a.__name__, a.ag_running, hasattr(a, "__aiter__"), hasattr(a, "__iter__"))
print(step(lambda: a.asend(None)), step(lambda: a.asend("v")), step(lambda: a.athrow(ValueError("t"))), step(lambda: anext(a)),
    step(lambda: anext(a)), step(lambda: anext(a)))
b = ag(); print(step(lambda: b.asend(5)))
b = ag(); step(lambda: anext(b)); print(step(lambda: b.aclose()), step(lambda: anext(b)), step(lambda: b.aclose()))
b = ag(); print(step(lambda: b.athrow(KeyError("fresh"))), step(lambda: anext(b)))
async def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); step(lambda: anext(s)); print(step(lambda: s.aclose()))
async def stops(): 
    yield 1
    raise StopAsyncIteration("leak")
async def stops2():
    yield 1
    raise StopIteration("leak2")
async def collect(g): return [x async for x in g]
print(step(lambda: collect(stops())), step(lambda: collect(stops2())))
async def tick(n):
    for i in range(n): yield i
async def forms():
    out = [i async for i in tick(3) if i], {i: j async for i in tick(2) async for j in tick(2)}
    g = (i * 2 async for i in tick(3))
    out += (type(g).__name__, [x async for x in g])
    async for i in tick(5):
        if i == 1: continue
        if i == 3: break
        out += (i,)
    else: out += ("else",)
    return out + ([x async for x in tick(2) for _ in range(2)], sum([y async for y in tick(4)]))
print(step(forms))
class AIt:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
print(step(lambda: collect(AIt())))
class Bad1:
    def __aiter__(self): return 5
class Bad2:
    def __aiter__(self): return self
    def __anext__(self): return 5
for x in (Bad1(), Bad2(), 5, [1]): print(step(lambda: collect(x)))
for f in (lambda: aiter(5), lambda: anext(5), lambda: iter(ag()), lambda: next(tick(1))):
    try: f()
    except TypeError as e: print(e)
c = tick(1); x = c.asend(None); print(step(lambda: x), step(lambda: x))
print(step(lambda: anext(tick(0), "default")), step(lambda: anext(AIt(), "d")))
