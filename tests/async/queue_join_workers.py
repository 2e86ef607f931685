# Three workers share a queue; join waits for the last task_done.
import asyncio


async def worker(name, queue, log):
    while True:
        item = await queue.get()
        log.append((name, item))
        await asyncio.sleep(0)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    log = []
    for i in range(7):
        queue.put_nowait(i)
    workers = [asyncio.create_task(worker(n, queue, log)) for n in 'abc']
    await queue.join()
    print(log)
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))

asyncio.run(main())
