# break, continue and else in async for, with errors from the iterator.
import asyncio


class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        self.i += 1
        if self.i > self.n:
            raise StopAsyncIteration
        if self.i == 7:
            raise ValueError('seven')
        return self.i


async def main():
    async for i in Count(3):
        if i == 2:
            continue
        print(i)
    else:
        print('else')
    async for i in Count(3):
        if i == 2:
            break
    else:
        print('never')
    print('i is', i)
    try:
        print([i async for i in Count(10)])
    except ValueError as exc:
        print(exc)

asyncio.run(main())
