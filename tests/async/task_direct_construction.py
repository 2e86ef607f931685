# Task made by hand, and what it refuses.
import asyncio


async def child():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.Task(child(), loop=loop), await asyncio.Task(child()))
    for bad in (1, child, None):
        try:
            asyncio.Task(bad, loop=loop)
        except TypeError as exc:
            print(str(exc).split(' at 0x')[0])
    eager = asyncio.Task(child(), loop=loop, eager_start=True)
    print(eager.done(), eager.result())

asyncio.run(main())
