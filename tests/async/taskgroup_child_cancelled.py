# A child that is cancelled alone does not disturb the group.
import asyncio


async def child(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print(name, 'finished')


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(child('a', 3))
        b = group.create_task(child('b', 3))
        await asyncio.sleep(0)
        a.cancel()
    print(a.cancelled(), b.cancelled())

asyncio.run(main())
