"""Locks, semaphores and events, free ones and contended ones."""
import asyncio

async def free(n):
    lock, sem = asyncio.Lock(), asyncio.Semaphore(2)
    for _ in range(n):
        async with lock:
            async with sem:
                pass
    return n

async def user(lock, n):
    for _ in range(n):
        async with lock:
            await asyncio.sleep(0)
    return n

async def wait_and_set(mine, other, n):
    for _ in range(n):
        await mine.wait()
        mine.clear()
        other.set()
    return n

async def main():
    lock, sem = asyncio.Lock(), asyncio.Semaphore(3)
    total = await free(60000)
    total += sum(await asyncio.gather(*(user(lock, 500) for _ in range(20))))
    total += sum(await asyncio.gather(*(user(sem, 500) for _ in range(20))))
    a, b = asyncio.Event(), asyncio.Event()
    a.set()
    total += sum(await asyncio.gather(wait_and_set(a, b, 20000), wait_and_set(b, a, 20000)))
    return total

print(asyncio.run(main()))
