# wait() cancelled at each turn leaves the tasks alone.
import asyncio


async def child(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def run(turn, mode):
    tasks = [asyncio.create_task(child(n)) for n in (1, 3)]
    waiter = asyncio.create_task(asyncio.wait(tasks, return_when=mode))
    for i in range(8):
        if i == turn:
            waiter.cancel()
        await asyncio.sleep(0)
    if waiter.cancelled():
        print(mode, turn, 'cancelled', [t.result() for t in tasks], [len(t._callbacks or ()) for t in tasks])
    else:
        done, pending = waiter.result()
        print(mode, turn, sorted(t.result() for t in done), len(pending))

for mode in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
    for turn in range(7):
        asyncio.run(run(turn, mode))
