# A clock that ticks for a while.
import asyncio


async def ticks():
    loop = asyncio.get_running_loop()
    end = loop.time() + 0.05
    n = 0
    while True:
        n += 1
        if loop.time() + 0.01 >= end:
            break
        await asyncio.sleep(0.01)
    print(2 <= n <= 6)

asyncio.run(ticks())
