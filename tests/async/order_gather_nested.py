# gathers within gathers.
import asyncio


async def leaf(name):
    print('leaf', name)
    await asyncio.sleep(0)
    print('leaf', name, 'again')
    return name


async def pair(name):
    print('pair', name)
    return await asyncio.gather(leaf(name + '1'), leaf(name + '2'))


async def main():
    print(await asyncio.gather(pair('x'), leaf('solo'), pair('y')))

asyncio.run(main())
