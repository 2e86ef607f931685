# Tasks that end in the same turn come out in the order in which they ended.
import asyncio


async def job(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print('job', name)
    return name


async def main():
    tasks = [asyncio.create_task(job(n, t)) for n, t in (('a', 3), ('b', 1), ('c', 2), ('d', 1))]
    await asyncio.sleep(0)
    for nth in asyncio.as_completed(tasks):
        print('got', await nth)

asyncio.run(main())
