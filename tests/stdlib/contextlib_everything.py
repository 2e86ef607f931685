import contextlib as c, io, sys, asyncio
@c.contextmanager
def tag(n):
    print("in", n)
    try: yield n
    except ValueError as e: print("caught", e)
    finally: print("out", n)
with tag("a") as x: print(x)
with tag("b"): raise ValueError("v")
@tag("deco")
def f(): print("body"); return 5
print(f(), f())
with c.suppress(KeyError, IndexError): [][5]
with c.redirect_stdout(io.StringIO()) as out: print("hidden")
print(repr(out.getvalue()))
with c.redirect_stderr(io.StringIO()) as err: print("e", file=sys.stderr)
print(repr(err.getvalue()))
class K:
    def close(self): print("closed")
with c.closing(K()) as k: pass
with c.nullcontext(7) as n: print(n)
with c.ExitStack() as s:
    s.enter_context(tag("s1")); s.callback(print, "cb", sep="-"); s.push(lambda *e: print("push", e[0]) or True); s.enter_context(tag("s2")); raise KeyError("k")
s = c.ExitStack(); s.callback(print, "later"); t = s.pop_all(); s.close(); print("between"); t.close()
class D(c.ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *e): print("exit", e[0]); return False
@D()
def g(): raise RuntimeError("r")
try: g()
except RuntimeError as e: print(e)
for h in (lambda: c.ExitStack().enter_context(5), lambda: c.closing(5).__exit__(None, None, None), lambda: c.chdir("/nonexistent/x").__enter__()):
    try: h()
    except Exception as e: print(type(e).__name__, e)
@c.contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@c.contextmanager
def never():
    if 0: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
with c.suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
try:
    with c.suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except ExceptionGroup as e: print(e.exceptions)
async def main():
    @c.asynccontextmanager
    async def at(n):
        print("ain", n)
        try: yield n
        finally: print("aout", n)
    async with at(1) as v, c.AsyncExitStack() as st:
        print(v); await st.enter_async_context(at(2)); st.push_async_callback(asyncio.sleep, 0); st.enter_context(tag("sync"))
        async def cb(*a): print("cb", a)
        st.push_async_callback(cb, 1, 2)
    class A:
        async def aclose(self): print("aclosed")
    async with c.aclosing(A()): pass
    async with c.nullcontext(3) as q: print(q)
    @at("d")
    async def run(): print("run")
    await run()
asyncio.run(main())
print(isinstance(K(), c.AbstractContextManager), isinstance(D(), c.AbstractContextManager), issubclass(c.ExitStack, c.AbstractContextManager))
