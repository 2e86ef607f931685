# The waiter of gather cancelled at each turn, with children of different lengths.
import asyncio


async def child(n, log):
    try:
        for _ in range(n):
            await asyncio.sleep(0)
        log.append(n)
        return n
    except asyncio.CancelledError:
        log.append(-n)
        raise


async def run(turn, wait_all):
    log = []

    async def waiter():
        return await asyncio.gather(child(1, log), child(3, log), child(5, log), return_exceptions=wait_all)
    task = asyncio.create_task(waiter())
    for i in range(10):
        if i == turn:
            task.cancel('stop')
        await asyncio.sleep(0)
    try:
        result = await task
    except asyncio.CancelledError as error:
        result = repr(error)
    print(turn, wait_all, log, result)

for wait_all in (False, True):
    for turn in range(9):
        asyncio.run(run(turn, wait_all))
