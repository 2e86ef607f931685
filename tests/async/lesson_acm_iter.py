# Asynchronous context managers and iterators of every kind.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, aclosing


class Pool:
    def __init__(self, n):
        self.free = asyncio.Queue()
        for i in range(n):
            self.free.put_nowait(f"conn{i}")

    @asynccontextmanager
    async def connection(self):
        c = await self.free.get()
        try:
            yield c
        except Exception as e:
            print("rollback on", repr(e))
            raise
        else:
            print("commit on", c)
        finally:
            self.free.put_nowait(c)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def rows(pool, k):
    async with pool.connection() as c:
        for i in range(k):
            yield c, i


async def main():
    pool = Pool(2)
    async with pool.connection() as a, pool.connection() as b:
        print(a, b, pool.free.qsize())
    try:
        async with pool.connection() as a:
            raise KeyError("x")
    except KeyError:
        pass
    print([x async for x in Countdown(4)], {x: x * x async for x in Countdown(3) if x})
    async for x in Countdown(2):
        print("got", x)
    else:
        print("exhausted")
    async with aclosing(rows(pool, 10)) as it:
        async for c, i in it:
            print(c, i)
            if i == 2:
                break
    print(pool.free.qsize())
    async with AsyncExitStack() as stack:
        cs = [await stack.enter_async_context(pool.connection()) for _ in range(2)]
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "sync callback")
        print(cs)
        moved = stack.pop_all()
    print("still open", pool.free.qsize())
    await moved.aclose()
    print(pool.free.qsize())
    try:
        async with Countdown(1):
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1, 2]:
            pass
    except TypeError as e:
        print(e)
    try:
        with pool.connection():
            pass
    except TypeError as e:
        print(e)
    it = aiter(Countdown(1))
    print(await anext(it), await anext(it, "default"))
    try:
        await anext(it)
    except StopAsyncIteration as e:
        print(repr(e))


asyncio.run(main())
