# Asynchronous comprehensions suspend like loops.
import asyncio


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def square(x):
    print('square', x)
    await asyncio.sleep(0)
    return x * x


async def other():
    for i in range(4):
        print('other', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    print([x async for x in ticks(3)])
    print({x: await square(x) for x in range(3)})
    print({await square(x) async for x in ticks(2) if x})
    print([y for x in [1, 2] for y in [await square(x)]])
    gen = (await square(x) for x in range(2))
    print(type(gen).__name__)
    print([x async for x in gen])
    await task

asyncio.run(main())
