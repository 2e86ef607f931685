# return_exceptions does not hide that the gather itself was cancelled.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, 'ends')


async def run_gather():
    try:
        await asyncio.gather(child('a'), child('b'), return_exceptions=True)
    except asyncio.CancelledError:
        print('gather cancelled')
        raise


async def main():
    task = asyncio.create_task(run_gather())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
