# Coroutine functions of many kinds, and how they are recognised.
import asyncio
from functools import partial


async def coro(a, b=2):
    return a, b


class C:
    async def method(self):
        return 'method'

    @staticmethod
    async def static():
        return 'static'

    @classmethod
    async def cls(cls):
        return cls.__name__

    async def __call__(self):
        return 'called'


async def agen():
    yield


async def main():
    c = C()
    for f in (partial(coro, 1), partial(partial(coro, 1), b=3), c.method, C.static, c.cls, c, lambda: coro(9)):
        print(asyncio.iscoroutinefunction(f), await f())
    print(asyncio.iscoroutinefunction(agen), asyncio.iscoroutinefunction(print), asyncio.iscoroutinefunction(1))
    k = coro(1)
    print(asyncio.iscoroutine(k), asyncio.iscoroutine(coro), asyncio.iscoroutine(iter([])), asyncio.iscoroutine(agen()))
    await k

asyncio.run(main())
