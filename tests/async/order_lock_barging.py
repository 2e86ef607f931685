# A task that releases and asks again at once goes behind the one that waits.
import asyncio


async def greedy(lock):
    for i in range(3):
        async with lock:
            print('greedy', i)
            await asyncio.sleep(0)


async def modest(lock):
    for i in range(3):
        async with lock:
            print('modest', i)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), modest(lock))

asyncio.run(main())
