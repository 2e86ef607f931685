# An asynchronous generator suspends its consumer's task; others run meanwhile.
import asyncio


async def numbers(n):
    for i in range(n):
        print('produce', i)
        yield i
        await asyncio.sleep(0)
    print('generator ends')


async def other():
    for i in range(3):
        print('other', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    async for i in numbers(3):
        print('consume', i)
    await task

asyncio.run(main())
