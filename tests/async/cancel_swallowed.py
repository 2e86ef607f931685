# A task that swallows the exception goes on and ends normally; the request stays counted.
import asyncio


async def stubborn():
    for i in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('refused', i)
    return 'survived'


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    print(task.cancelling(), task.done())
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

asyncio.run(main())
