# Wrong objects in await, async for and async with.
import asyncio


class Nothing:
    pass


class BadAiter:
    def __aiter__(self):
        return 42


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 42


class BadAwait:
    def __await__(self):
        return 42


class HalfManager:
    async def __aenter__(self):
        pass


async def one():
    await Nothing()


async def two():
    await BadAwait()


async def three():
    async for _ in Nothing():
        pass


async def four():
    async for _ in BadAiter():
        pass


async def five():
    async for _ in BadAnext():
        pass


async def six():
    async with Nothing():
        pass


async def seven():
    async with HalfManager():
        pass


async def eight():
    await None


async def main():
    for f in (one, two, three, four, five, six, seven, eight):
        try:
            await f()
        except TypeError as exc:
            print(f.__name__, exc)

asyncio.run(main())
