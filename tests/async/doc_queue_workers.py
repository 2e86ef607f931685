# Twenty jobs for three workers.
import asyncio


async def worker(name, queue, log):
    while True:
        delay = await queue.get()
        await asyncio.sleep(delay)
        queue.task_done()
        log.append(name)


async def main():
    queue = asyncio.Queue()
    for i in range(20):
        queue.put_nowait(i % 4 / 1000)
    log = []
    tasks = [asyncio.create_task(worker(f'worker-{i}', queue, log)) for i in range(3)]
    await queue.join()
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(len(log), sorted(set(log)), queue.empty())

asyncio.run(main())
