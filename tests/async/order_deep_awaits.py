# A long chain of awaits: suspends at the bottom, goes on at the bottom.
import asyncio


async def down(n):
    if n == 0:
        print('bottom')
        await asyncio.sleep(0)
        print('bottom again')
        return 0
    value = await down(n - 1)
    if n % 50 == 0:
        print('level', n)
    return value + 1


async def main():
    other = asyncio.create_task(down(2))
    print(await down(200))
    print(await other)

asyncio.run(main())
