# time.sleep blocks every task; asyncio.sleep lets them overlap.
import asyncio
import time


async def blocking(name):
    print(name, 'begins')
    time.sleep(0.02)
    print(name, 'ends')


async def cooperative(name):
    print(name, 'begins')
    await asyncio.sleep(0.04)
    print(name, 'ends')


async def timed(work):
    start = time.perf_counter()
    await asyncio.gather(*[work(n) for n in 'abc'])
    return time.perf_counter() - start


async def main():
    slow = await timed(blocking)
    fast = await timed(cooperative)
    print(slow >= 0.06, 0.04 <= fast + 0.001)

asyncio.run(main())
