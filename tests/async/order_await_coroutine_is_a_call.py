# Awaiting a coroutine runs it at once, without a turn of the loop.
import asyncio


async def inner(n):
    print('inner', n)
    return n * 2


async def outer():
    print('outer begins')
    total = 0
    for i in range(3):
        total += await inner(i)
    print('outer ends', total)


async def main():
    asyncio.get_running_loop().call_soon(print, 'callback runs only when main suspends')
    await outer()
    print('still no turn of the loop')
    await asyncio.sleep(0)
    print('end')

asyncio.run(main())
