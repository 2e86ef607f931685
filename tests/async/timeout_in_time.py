# A block that ends in time; a block without limit; the states in repr.
import asyncio


async def main():
    t = asyncio.timeout(10)
    print(repr(t))
    async with t:
        print(repr(t).split('=')[0])
        await asyncio.sleep(0)
    print(repr(t), t.expired())
    async with asyncio.timeout(None) as t:
        print(repr(t), t.when())
        await asyncio.sleep(0)
    print(repr(t))
    async with asyncio.timeout_at(None):
        pass

asyncio.run(main())
