# The first exception ends the gather; the other children go on.
import asyncio


async def good(name):
    for i in range(3):
        await asyncio.sleep(0)
    print(name, 'finished all the same')
    return name


async def bad():
    await asyncio.sleep(0)
    raise ValueError('bad')


async def main():
    try:
        await asyncio.gather(good('a'), bad(), good('b'))
    except ValueError as exc:
        print('caught', exc)
    for i in range(3):
        await asyncio.sleep(0)
    print('end')

asyncio.run(main())
