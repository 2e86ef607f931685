# time.sleep stops everything. asyncio.sleep stops only the coroutine that awaits it.
#
# Three waits of half a second each: one after the other they take 1.5 seconds, at the same time only 0.5.
import asyncio
import time


async def blocking(name):
    print(name, "starts")
    time.sleep(0.5)  # the whole thread sleeps: no other coroutine can run
    print(name, "ends")


async def waiting(name):
    print(name, "starts")
    await asyncio.sleep(0.5)  # tells the loop: wake me later, go on with the others
    print(name, "ends")


async def timed(work):
    start = time.perf_counter()
    await asyncio.gather(work("A"), work("B"), work("C"))
    seconds = time.perf_counter() - start
    print(f"{work.__name__}: about {round(seconds * 2) / 2} seconds")


async def main():
    await timed(blocking)
    await timed(waiting)


asyncio.run(main())
