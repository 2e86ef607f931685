# A shielded coroutine is a task of its own.
import asyncio


async def inner():
    print('inner 1')
    await asyncio.sleep(0)
    print('inner 2')
    return 'inner result'


async def other():
    for i in range(5):
        print('other', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    print(await asyncio.shield(inner()))
    await task

asyncio.run(main())
