# A task that ends wakes its awaiter through call_soon, one turn later.
import asyncio


async def child():
    print('child')


async def ticker(n):
    for i in range(n):
        print('tick', i)
        await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(ticker(5))
    c = asyncio.create_task(child())
    await c
    print('main woke')
    await t

asyncio.run(main())
