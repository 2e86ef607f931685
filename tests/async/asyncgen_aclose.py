# aclose runs the finally blocks, also those that await.
import asyncio


async def gen():
    try:
        while True:
            yield 1
    except GeneratorExit:
        print('GeneratorExit')
        raise
    finally:
        await asyncio.sleep(0)
        print('finally')


async def main():
    g = gen()
    print(await g.__anext__())
    await g.aclose()
    await g.aclose()
    print('closed')
    try:
        await anext(g)
    except StopAsyncIteration:
        print('StopAsyncIteration')
    print(await anext(g, 'default'))
    fresh = gen()
    await fresh.aclose()
    print('an unstarted one has nothing to do')

asyncio.run(main())
