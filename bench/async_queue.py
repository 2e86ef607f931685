"""Ping-pong between two tasks through two queues, and a pipeline with a bounded queue."""
import asyncio

async def pong(inbox, outbox):
    while (n := await inbox.get()) is not None:
        await outbox.put(n + 1)

async def ping(n):
    a, b = asyncio.Queue(), asyncio.Queue()
    other = asyncio.create_task(pong(a, b))
    total = 0
    for i in range(n):
        await a.put(i)
        total += await b.get()
    await a.put(None)
    await other
    return total

async def produce(queue, n):
    for i in range(n):
        await queue.put(i)
    await queue.put(None)

async def pipeline(n):
    queue = asyncio.Queue(maxsize=10)
    producer = asyncio.create_task(produce(queue, n))
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    await producer
    return total

async def main():
    return await ping(40000), await pipeline(60000)

print(*asyncio.run(main()))
