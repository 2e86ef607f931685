# Lazy pipelines of asynchronous generators pull one item at a time.
import asyncio


async def numbers():
    for i in range(4):
        print('make', i)
        await asyncio.sleep(0)
        yield i


async def even(source):
    async for x in source:
        if x % 2 == 0:
            print('pass', x)
            yield x


async def main():
    squares = (x * x async for x in even(numbers()))
    async for s in squares:
        print('square', s)

asyncio.run(main())
