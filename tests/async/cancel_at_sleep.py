# CancelledError comes out of the await where the task is parked, one turn after cancel().
import asyncio


async def child():
    try:
        print('child sleeps')
        await asyncio.sleep(10)
        print('never')
    except asyncio.CancelledError:
        print('child cancelled')
        raise
    finally:
        print('child finally')


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    print('asked')
    try:
        await task
    except asyncio.CancelledError:
        print('main saw it')

asyncio.run(main())
