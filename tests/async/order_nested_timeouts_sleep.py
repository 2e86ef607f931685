# Sleeps inside timeouts of different lengths.
import asyncio


async def limited(name, limit, work):
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(work)
        print(name, 'finished')
    except TimeoutError:
        print(name, 'timed out')


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(limited('a', 0.03, 5))
        group.create_task(limited('b', 5, 0.015))
        group.create_task(limited('c', 0.005, 5))
        group.create_task(limited('d', None, 0.045))

asyncio.run(main())
