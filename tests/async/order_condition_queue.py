# A hand-made bounded buffer on one Condition.
import asyncio


class Buffer:
    def __init__(self, size):
        self.items, self.size, self.cond = [], size, asyncio.Condition()

    async def put(self, x):
        async with self.cond:
            await self.cond.wait_for(lambda: len(self.items) < self.size)
            self.items.append(x)
            print('put', x, self.items)
            self.cond.notify_all()

    async def get(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.items)
            x = self.items.pop(0)
            print('got', x, self.items)
            self.cond.notify_all()
            return x


async def main():
    buf = Buffer(2)

    async def fill():
        for i in range(4):
            await buf.put(i)

    async def drain():
        for _ in range(4):
            await buf.get()

    await asyncio.gather(fill(), drain())

asyncio.run(main())
