# A task group is ended from inside by a task that raises an exception of its own.
import asyncio
from asyncio import TaskGroup


class StopAll(Exception):
    """Raised to end the group."""


async def stop_all():
    raise StopAll()


async def job(n, delay):
    print(f'Task {n}: start')
    await asyncio.sleep(delay)
    print(f'Task {n}: done')


async def main():
    try:
        async with TaskGroup() as group:
            group.create_task(job(1, 0.01))
            group.create_task(job(2, 0.2))
            await asyncio.sleep(0.05)
            group.create_task(stop_all())
    except* StopAll:
        pass
    print('over')

asyncio.run(main())
