# asyncio.run closes the generators that were left suspended, in it.
import asyncio


async def numbers(name):
    try:
        for i in range(10):
            yield i
    finally:
        await asyncio.sleep(0)
        print(name, 'closed')

keep = []


async def main():
    for name in ('a',):
        generator = numbers(name)
        keep.append(generator)
        print(await anext(generator))
    print('main ends')

asyncio.run(main())
