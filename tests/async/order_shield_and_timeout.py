# A shielded task outlives the timeout of its awaiter.
import asyncio


async def job():
    for i in range(3):
        await asyncio.sleep(0.01)
        print('job', i)
    return 'job result'


async def main():
    task = asyncio.create_task(job())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.002)
    except TimeoutError:
        print('gave up waiting, task done:', task.done())
    print(await task)

asyncio.run(main())
