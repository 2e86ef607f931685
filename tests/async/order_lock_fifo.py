# A lock is handed on in the order of asking.
import asyncio


async def user(name, lock):
    print(name, 'asks')
    async with lock:
        print(name, 'in')
        await asyncio.sleep(0)
        print(name, 'out')


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[user(n, lock) for n in 'abcd'])

asyncio.run(main())
