# join() cancelled before and after the last task_done().
import asyncio


async def run(turn):
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    task = asyncio.create_task(queue.join())
    for i in range(6):
        if i in (1, 3):
            queue.get_nowait()
            queue.task_done()
        if i == turn:
            task.cancel()
        await asyncio.sleep(0)
    print(turn, task.done(), task.cancelled(), queue)
    await queue.join()

for turn in range(6):
    asyncio.run(run(turn))
