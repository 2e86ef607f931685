# Cancel a task in the same turn in which its future was resolved: cancel wins, the result is lost.
import asyncio


async def waiter(fut):
    try:
        print('got', await fut)
    except asyncio.CancelledError:
        print('cancelled though resolved:', fut.result())
        raise


async def main():
    fut = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(fut))
    await asyncio.sleep(0)
    fut.set_result('value')
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
