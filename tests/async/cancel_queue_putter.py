# A cancelled putter does not put; the next one does.
import asyncio


async def putter(item, queue):
    await queue.put(item)
    print('put', item)


async def main():
    queue = asyncio.Queue(maxsize=1)
    await queue.put(0)
    a, b = [asyncio.create_task(putter(i, queue)) for i in (1, 2)]
    await asyncio.sleep(0)
    print(queue.get_nowait())
    a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), queue.get_nowait(), queue.empty())

asyncio.run(main())
