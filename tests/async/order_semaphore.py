# A semaphore of two lets two in, then others as places come free.
import asyncio


async def user(i, sem):
    async with sem:
        print('in', i)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print('out', i)


async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*[user(i, sem) for i in range(5)])
    print(sem.locked())

asyncio.run(main())
