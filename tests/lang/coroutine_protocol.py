# Coroutines driven by hand: send, throw, close, await on custom awaitables.
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return ("resumed with", got)
async def co():
    a = await Aw("first")
    print(a)
    b = await Aw("second")
    return b
c = co()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await)
print(c.send(None), c.cr_await is not None)
print(c.send("x"))
try: c.send("y")
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
async def handles():
    try: await Aw(1)
    except ValueError as e: return "handled " + str(e)
    finally: print("finally")
h = handles(); h.send(None)
try: h.throw(ValueError("thrown"))
except StopIteration as e: print(e.value)
h = handles(); h.send(None); h.close()
async def chain(n):
    return 1 + await chain(n - 1) if n else await Aw("bottom")
async def total():
    return await nested() + 1
async def nested(): return 41
try: total().send(None)
except StopIteration as e: print(e.value)
async def bad(x): await x
for x in (5, None, [1], (i for i in ())):
    k = bad(x)
    try: k.send(None)
    except TypeError as e: print(e)
class NotIter:
    def __await__(self): return 5
try: bad(NotIter()).send(None)
except TypeError as e: print(e)
c = nested()
try: iter(c)
except TypeError as e: print(e)
try: next(c)
except TypeError as e: print(e)
try: c.send(1)
except TypeError as e: print(e)
c.close()
async def agen():
    x = yield 1
    print("agen got", x)
    yield 2
a = agen()
def drive(aw):
    try: aw.__await__().send(None)
    except StopIteration as e: return e.value
    except StopAsyncIteration: return "async stop"
print(drive(anext(a)), drive(a.asend("v")), drive(a.__anext__()), drive(anext(a, "dflt")))
async def comp():
    return [x async for x in agen()], {x: x async for x in agen() if x > 1}, [await nested() for _ in range(2)]
print(drive(comp()))
class ACM:
    async def __aenter__(self): print("aenter"); return self
    async def __aexit__(self, t, v, tb): print("aexit", t and t.__name__); return True
async def w():
    async with ACM() as m, ACM():
        print(m.__class__.__name__)
        raise ValueError
    async for i in agen(): print(i, end=" ")
    else: print("else")
print(drive(w()))
for bad_src in ("async with 5: pass", "async for x in 5: pass"):
    env = {}
    exec(f"async def f():\n {bad_src}", env)
    try: env["f"]().send(None)
    except TypeError as e: print(e)
