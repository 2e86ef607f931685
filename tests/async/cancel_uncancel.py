# cancelling counts the requests, uncancel takes one back.
import asyncio


async def child():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelling', task.cancelling())
        print('uncancel', task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(0)
    return 'done'


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(await task, task.cancelling())

asyncio.run(main())
