# break leaves a generator suspended; aclosing() ends it in its place.
import asyncio
import contextlib


async def numbers():
    try:
        i = 0
        while True:
            yield i
            i += 1
    finally:
        await asyncio.sleep(0)
        print('closed after', i)


async def main():
    async with contextlib.aclosing(numbers()) as generator:
        async for n in generator:
            if n == 3:
                break
    print('after the block')

asyncio.run(main())
