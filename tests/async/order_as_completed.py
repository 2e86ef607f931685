# as_completed gives results in the order of completion.
import asyncio


async def job(delay):
    await asyncio.sleep(delay / 1000)
    return delay


async def main():
    for nth in asyncio.as_completed([job(30), job(5), job(15)]):
        print(await nth)

asyncio.run(main())
