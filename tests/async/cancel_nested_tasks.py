# Cancelling a task that awaits another task cancels the inner one first.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        print('inner finally')


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print('outer saw it; inner cancelled:', task.cancelled())
        raise


async def main():
    i = asyncio.create_task(inner())
    o = asyncio.create_task(outer(i))
    await asyncio.sleep(0)
    o.cancel()
    print('asked')
    await asyncio.wait([o])
    print(i.cancelled(), o.cancelled())

asyncio.run(main())
