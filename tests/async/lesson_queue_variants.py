# Producers, consumers, and classes derived from Queue.
import asyncio
import random


async def produce(q, n, name):
    for i in range(n):
        await q.put((name, i))
    return name


async def consume(q, out):
    try:
        while True:
            item = await q.get()
            out.append(item)
            q.task_done()
    except asyncio.CancelledError:
        out.append("cancelled")
        raise


class ClosableQueue(asyncio.Queue):
    _END = object()

    async def close(self):
        await self.put(self._END)

    async def __aiter__(self):
        while (item := await self.get()) is not self._END:
            yield item


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item


async def main():
    q = asyncio.Queue(2)
    out = []
    consumers = [asyncio.create_task(consume(q, out)) for _ in range(2)]
    print(await asyncio.gather(*(produce(q, 3, n) for n in "ab")))
    await q.join()
    for c in consumers:
        c.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(out)
    cq = ClosableQueue()
    asyncio.create_task(produce(cq, 3, "c")).add_done_callback(lambda t: cq.put_nowait(ClosableQueue._END))
    print([x async for x in cq])
    u = UniqueQueue()
    for x in "mississippi":
        u.put_nowait(x)
    print(u.qsize(), [u.get_nowait() for _ in range(u.qsize())], repr(u))
    q = asyncio.Queue(1)
    q.put_nowait(1)
    putter = asyncio.create_task(q.put(2))
    await asyncio.sleep(0)
    print(q)
    try:
        await asyncio.wait_for(q.put(3), 0.001)
    except TimeoutError:
        print("full")
    print(await q.get(), await q.get(), putter.done(), q)
    getters = [asyncio.create_task(q.get()) for _ in range(2)]
    await asyncio.sleep(0)
    print(q)
    for i in range(2):
        await q.put(i)
    print(await asyncio.gather(*getters))
    try:
        await asyncio.wait_for(q.get(), 0.001)
    except TimeoutError:
        print("empty", q._unfinished_tasks)


asyncio.run(main())
