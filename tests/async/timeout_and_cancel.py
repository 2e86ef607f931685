# A cancel from outside wins over a timeout that has not fired.
import asyncio


async def child():
    try:
        async with asyncio.timeout(10):
            await asyncio.sleep(10)
    except TimeoutError:
        print('wrong')
    except asyncio.CancelledError as exc:
        print('cancelled', exc.args, asyncio.current_task().cancelling())
        raise


async def both():
    try:
        async with asyncio.timeout(0):
            asyncio.current_task().cancel('outside')
            await asyncio.sleep(10)
    except TimeoutError:
        print('timeout', asyncio.current_task().cancelling())
    except asyncio.CancelledError as exc:
        print('cancelled', exc.args, asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel('outside')
    await asyncio.wait([task])
    task = asyncio.create_task(both())
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
