# Two tasks cannot step one generator at a time.
import asyncio


async def gen():
    yield 1
    await asyncio.sleep(0)
    yield 2


async def step(g):
    try:
        return await anext(g)
    except RuntimeError as exc:
        return str(exc)


async def main():
    g = gen()
    await anext(g)
    print(await asyncio.gather(step(g), step(g)))

asyncio.run(main())
