# Coroutines, tasks, gather and a timeout.
import asyncio


async def work(n):
    await asyncio.sleep(0)
    if n == 3:
        raise LookupError(n)
    return n * n


async def main():
    print(await asyncio.gather(*(work(i) for i in range(5)), return_exceptions=True))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.Event().wait()
    except TimeoutError:
        print("timed out")


asyncio.run(main())
