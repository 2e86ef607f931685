# Ten users of a lock, random-looking cancels at every turn from a fixed sequence.
import asyncio


async def user(n, lock, log):
    try:
        async with lock:
            log.append(n)
            for _ in range(n % 3):
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(-n)
        raise


async def run(make, seed):
    lock, log = make(), []
    tasks = [asyncio.create_task(user(n, lock, log)) for n in range(1, 11)]
    for turn in range(12):
        seed = (seed * 1103515245 + 12345) % 2**31
        if turn % 2:
            tasks[seed // 65536 % 10].cancel()
        await asyncio.sleep(0)
    await asyncio.wait(tasks)
    print(type(lock).__name__, log, lock.locked(), len(lock._waiters or ()))

for make in (asyncio.Lock, lambda: asyncio.Semaphore(2), lambda: asyncio.BoundedSemaphore(3), asyncio.Condition):
    for seed in range(6):
        asyncio.run(run(make, seed))
