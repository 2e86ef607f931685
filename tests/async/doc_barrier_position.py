# `async with` tells who came as which; the position elects one task for the clean-up.
import asyncio


async def guest(barrier, name):
    async with barrier as position:
        print(name, position)
        if position == 0:
            print(name, 'ends the drinking of the rest')


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(guest(barrier, n) for n in 'xyz'))

asyncio.run(main())
