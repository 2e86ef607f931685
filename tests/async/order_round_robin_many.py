# Twenty tasks, three rounds each, in one line.
import asyncio

log = []


async def worker(i):
    for _ in range(3):
        log.append(i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker(i) for i in range(20)])

asyncio.run(main())
print(log == list(range(20)) * 3)
