# Children may add tasks to their group while it waits.
import asyncio


async def child(group, n):
    print('child', n)
    await asyncio.sleep(0)
    if n:
        group.create_task(child(group, n - 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(group, 3))
    print('all done')

asyncio.run(main())
