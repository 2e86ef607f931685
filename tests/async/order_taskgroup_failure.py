# Turn by turn through a failing TaskGroup.
import asyncio


async def ticker():
    for i in range(6):
        print('tick', i)
        await asyncio.sleep(0)


async def child(name, turns, fail=False):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if fail:
            print(name, 'fails')
            raise ValueError(name)
        print(name, 'finished')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        await asyncio.sleep(0)
        print(name, 'cleaned up')
        raise


async def main():
    ticks = asyncio.create_task(ticker())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child('slow', 9))
            group.create_task(child('bad', 1, fail=True))
            group.create_task(child('quick', 0))
    except* ValueError as eg:
        print('caught', eg.exceptions)
    await ticks

asyncio.run(main())
