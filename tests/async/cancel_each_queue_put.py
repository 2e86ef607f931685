# Putters of a full queue cancelled at each turn around two gets.
import asyncio


async def putter(queue, item):
    await queue.put(item)


async def run(victim, turn):
    queue, got = asyncio.Queue(1), []
    queue.put_nowait('first')
    tasks = [asyncio.create_task(putter(queue, i)) for i in range(3)]
    for i in range(7):
        if i in (2, 3):
            got.append(queue.get_nowait() if not queue.empty() else None)
        if i == turn:
            tasks[victim].cancel()
        await asyncio.sleep(0)
    print(victim, turn, got, str(queue), [t.cancelled() for t in tasks])
    for task in tasks:
        task.cancel()

for victim in range(3):
    for turn in range(6):
        asyncio.run(run(victim, turn))
