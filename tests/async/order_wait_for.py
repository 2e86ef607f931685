# wait_for runs a coroutine in the caller's own task.
import asyncio


async def inner():
    print('inner in', asyncio.current_task().get_name())
    await asyncio.sleep(0)
    return 'value'


async def other():
    for i in range(3):
        print('other', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    print(await asyncio.wait_for(inner(), 1))
    print(await asyncio.wait_for(inner(), None))
    await task

asyncio.run(main())
