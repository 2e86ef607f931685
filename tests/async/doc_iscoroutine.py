# What counts as a coroutine function or coroutine.
import asyncio
import types


async def native():
    pass


@types.coroutine
def old():
    yield


def generator():
    yield

c, o, g = native(), old(), generator()
print([asyncio.iscoroutinefunction(f) for f in (native, old, generator, print)])
print([asyncio.iscoroutine(x) for x in (c, o, g, 1)])
c.close()
