# A cancelled getter does not lose an item.
import asyncio


async def getter(name, queue):
    print(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    a, b = [asyncio.create_task(getter(n, queue)) for n in 'ab']
    await asyncio.sleep(0)
    queue.put_nowait('item')
    a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.cancelled(), queue.qsize())

asyncio.run(main())
