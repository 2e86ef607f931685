# Queues with priorities, and a scheduler on a condition.
import asyncio
import heapq
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Item:
    priority: int
    name: Any = field(compare=False)


async def producer(q):
    for p, n in [(5, "low"), (1, "urgent"), (3, "normal"), (1, "urgent too"), (4, "meh")]:
        await q.put(Item(p, n))
        print("put", n, q.qsize())


async def consumer(q):
    while True:
        item = await q.get()
        print("got", item)
        q.task_done()


class Scheduler:
    def __init__(self):
        self.heap = []
        self.seq = 0
        self.changed = asyncio.Condition()

    async def add(self, delay, name):
        async with self.changed:
            when = asyncio.get_running_loop().time() + delay
            heapq.heappush(self.heap, (when, self.seq, name))
            self.seq += 1
            self.changed.notify()

    async def run(self, n):
        loop = asyncio.get_running_loop()
        for _ in range(n):
            async with self.changed:
                while True:
                    if not self.heap:
                        await self.changed.wait()
                        continue
                    delay = self.heap[0][0] - loop.time()
                    if delay <= 0:
                        break
                    try:
                        await asyncio.wait_for(self.changed.wait(), delay)
                    except TimeoutError:
                        break
                print("run", heapq.heappop(self.heap)[2])


async def main():
    q = asyncio.PriorityQueue()
    await producer(q)
    c = asyncio.create_task(consumer(q))
    await q.join()
    c.cancel()
    lifo = asyncio.LifoQueue(2)
    lifo.put_nowait(1)
    lifo.put_nowait(2)
    try:
        lifo.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(lifo.get_nowait(), lifo.get_nowait())
    try:
        lifo.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q = asyncio.PriorityQueue()
    q.put_nowait((1, {"a": 1}))
    try:
        q.put_nowait((1, {"b": 1}))
        q.get_nowait()
    except TypeError as e:
        print(e)
    s = Scheduler()
    task = asyncio.create_task(s.run(3))
    await asyncio.sleep(0)
    await s.add(0.06, "third")
    await s.add(0.03, "second")
    await s.add(0.0, "first")
    await task
    print(q, lifo, s.changed)


asyncio.run(main())
