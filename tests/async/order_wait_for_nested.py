# wait_for within wait_for: the shorter limit decides.
import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def limited(name, delay, limit):
    try:
        return await asyncio.wait_for(work(name, delay), limit)
    except TimeoutError:
        print(name, 'inner limit')
        return None


async def main():
    print(await asyncio.wait_for(limited('a', 5, 0.01), 5))
    try:
        await asyncio.wait_for(limited('b', 5, 5), 0.01)
    except TimeoutError:
        print('outer limit')
    print(await asyncio.wait_for(limited('c', 0.001, 5), 5))

asyncio.run(main())
