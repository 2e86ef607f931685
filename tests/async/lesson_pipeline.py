# Asynchronous generators in a row.
import asyncio
from contextlib import aclosing


async def source(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("source closed")


async def amap(func, it):
    async for x in it:
        yield func(x)


async def afilter(pred, it):
    async for x in it:
        if pred(x):
            yield x


async def take(n, it):
    if n <= 0:
        return
    async for x in it:
        yield x
        n -= 1
        if not n:
            break


async def chunked(it, size):
    chunk = []
    async for x in it:
        chunk.append(x)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


async def amerge(*its):
    queue = asyncio.Queue()
    done = object()

    async def drain(it):
        async for x in it:
            await queue.put(x)
        await queue.put(done)

    async with asyncio.TaskGroup() as tg:
        for it in its:
            tg.create_task(drain(it))
        left = len(its)
        while left:
            x = await queue.get()
            if x is done:
                left -= 1
            else:
                yield x


async def main():
    print([x async for x in amap(lambda x: x * x, afilter(lambda x: x % 2, source(7)))])
    async with aclosing(source(100)) as s:
        async for c in chunked(take(5, s), 2):
            print(c)
    print([x async for x in amerge(source(3), amap(str, source(3)))])
    gen = source(3)
    print(await anext(gen), await gen.asend(None))
    try:
        await gen.athrow(ValueError("stop it"))
    except ValueError as e:
        print(repr(e))
    print(await anext(gen, "finished"))
    agen = (x async for x in source(2))
    print(type(agen).__name__, agen.__name__, agen.ag_running, agen.ag_frame is not None)
    print([x async for x in agen])
    await gen.aclose()
    g = source(1)
    await g.aclose()
    print("never begun: no message")


asyncio.run(main())
