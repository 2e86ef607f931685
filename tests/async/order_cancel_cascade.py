# Cancelling a chain of tasks: the innermost is thrown first, each layer one turn later.
import asyncio


async def layer(n):
    try:
        if n:
            await asyncio.create_task(layer(n - 1))
        else:
            await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('layer', n)
        raise


async def ticker():
    for i in range(6):
        print('tick', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(layer(3))
    for _ in range(5):
        await asyncio.sleep(0)
    ticks = asyncio.create_task(ticker())
    task.cancel()
    await asyncio.wait([task, ticks])

asyncio.run(main())
