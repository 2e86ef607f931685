# Cancelling a task that is about to run anyway: the exception comes at the yield.
import asyncio


async def child():
    try:
        for i in range(3):
            print('child', i)
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('child cancelled')
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
