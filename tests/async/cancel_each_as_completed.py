# The consumer of as_completed cancelled at each turn leaves the tasks running.
import asyncio


async def child(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def consume(tasks, got):
    for each in asyncio.as_completed(tasks):
        got.append(await each)


async def run(turn):
    tasks = [asyncio.create_task(child(n)) for n in (1, 3, 2)]
    got = []
    task = asyncio.create_task(consume(tasks, got))
    for i in range(8):
        if i == turn:
            task.cancel()
        await asyncio.sleep(0)
    print(turn, got, task.cancelled(), [t.result() for t in tasks])

for turn in range(8):
    asyncio.run(run(turn))
