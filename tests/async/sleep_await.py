import asyncio, traceback, time
async def f(d):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError as e:
        print([x.name for x in traceback.extract_tb(e.__traceback__) if x.name != '__sleep0'])
        raise
async def main():
    for d in (0, 5, 0.5):
        t=asyncio.create_task(f(d)); await asyncio.sleep(0)
        print(t)
        t.cancel('m')
        try: await t
        except asyncio.CancelledError as e: print(repr(e))
    t0=time.monotonic()
    r=await asyncio.gather(*[asyncio.sleep(0.01*i,i) for i in range(3)])
    print(r)
    async def k():
        print(await asyncio.sleep(0.01)); print(await asyncio.sleep(0,7)); print(await asyncio.sleep(True))
    try:
        async with asyncio.timeout(0.05): await k()
    except TimeoutError: print('to')
    c=f(3)
    c.send(None)
    try: c.throw(ValueError('q'))
    except ValueError as e:
        print([x.name for x in traceback.extract_tb(e.__traceback__) if x.name != '__sleep0'])
    ts=[asyncio.create_task(asyncio.sleep(100)) for _ in range(3)]
    ts+=[asyncio.create_task(f(100)) for _ in range(3)]
    await asyncio.sleep(0)
    [t.cancel() for t in ts[:3]]
    for t in ts[3:]: t.cancel()
    print(sum(isinstance(x, asyncio.CancelledError) for x in await asyncio.gather(*ts,return_exceptions=True)))
import contextlib, io, re
b=io.StringIO()
with contextlib.redirect_stdout(b): asyncio.run(main())
print(re.sub(r' at 0x[0-9a-f]+|/.*/', '', b.getvalue()), end='')

# what is awaited stays in the variable that it came from
async def kept():
    a = asyncio.sleep(0)
    await a
    b = asyncio.sleep(0.001, 'done')
    print(await b, type(a).__name__, type(b).__name__)
    q = asyncio.Queue()
    q.put_nowait(1)
    c = q.get()
    print(await c, type(c).__name__)

asyncio.run(kept())
