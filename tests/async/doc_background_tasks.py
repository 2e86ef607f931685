# Fire and forget: keep the task in a set until it is done.
import asyncio

kept = set()


async def job(n):
    await asyncio.sleep(0)
    print('job', n)


async def main():
    for i in range(5):
        task = asyncio.create_task(job(i))
        kept.add(task)
        task.add_done_callback(kept.discard)
    print(len(kept))
    await asyncio.sleep(0.01)
    print(len(kept))

asyncio.run(main())
