# Timers due at the same moment run in the order that the heap gives them.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    for n in (1, 2, 3, 7, 12, 33):
        when = loop.time() - 1
        for i in range(n):
            loop.call_at(when, log.append, i)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(log)
        log.clear()

asyncio.run(main())
