# Two generators, two consumers, interleaved by their own awaits.
import asyncio


async def countdown(name, n):
    try:
        while n:
            yield f'{name}{n}'
            n -= 1
            await asyncio.sleep(0)
    finally:
        print(name, 'closed')


async def consume(gen):
    async for item in gen:
        print(item)


async def main():
    await asyncio.gather(consume(countdown('x', 3)), consume(countdown('y', 2)))

asyncio.run(main())
