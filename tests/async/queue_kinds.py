# PriorityQueue and LifoQueue.
import asyncio


async def main():
    p = asyncio.PriorityQueue()
    for item in ((3, 'c'), (1, 'a'), (2, 'b'), (1, 'A')):
        p.put_nowait(item)
    print([await p.get() for _ in range(4)])
    s = asyncio.LifoQueue(3)
    for item in 'xyz':
        s.put_nowait(item)
    print(s, s.full(), [s.get_nowait() for _ in range(3)])

asyncio.run(main())
