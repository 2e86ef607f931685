# A thousand tasks in one gather, and in one TaskGroup.
import asyncio


async def work(i):
    await asyncio.sleep(0)
    return i


async def main():
    results = await asyncio.gather(*[work(i) for i in range(1000)])
    print(results == list(range(1000)))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(i)) for i in range(1000)]
    print(sum(t.result() for t in tasks))
    done, pending = await asyncio.wait([asyncio.create_task(work(i)) for i in range(1000)])
    print(len(done), len(pending), len(asyncio.all_tasks()))

asyncio.run(main())
