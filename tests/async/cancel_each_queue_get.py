# Getters of a queue cancelled at each turn around two puts: no item is lost.
import asyncio


async def getter(queue, got):
    got.append(await queue.get())


async def run(cls, victim, turn):
    queue, got = cls(), []
    tasks = [asyncio.create_task(getter(queue, got)) for _ in range(3)]
    for i in range(7):
        if i in (2, 3):
            queue.put_nowait(i)
        if i == turn:
            tasks[victim].cancel()
        await asyncio.sleep(0)
    print(cls.__name__, victim, turn, got, queue.qsize(), [t.cancelled() for t in tasks], len(queue._getters))
    for task in tasks:
        task.cancel()

for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
    for victim in range(3):
        for turn in range(6):
            asyncio.run(run(cls, victim, turn))
