# A generator still alive when main ends is closed by run.
import asyncio

keep = []


async def gen(name):
    try:
        yield name
        yield 'never'
    finally:
        await asyncio.sleep(0)
        print('closing', name)


async def main():
    g = gen('g')
    keep.append(g)
    print(await anext(g))
    print('main ends')

asyncio.run(main())
print('run returned')
