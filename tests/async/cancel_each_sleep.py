# sleep cancelled: its timer goes; the timer and the cancel in the same turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0, 0.002, 5):
        task = asyncio.create_task(asyncio.sleep(delay, 'slept'))
        print(delay, task.cancel())
        await asyncio.wait([task])
        print(task.cancelled())
        task = asyncio.create_task(asyncio.sleep(delay, 'slept'))
        await asyncio.sleep(0)
        print(delay, task.cancel())
        await asyncio.wait([task])
        print(task.cancelled())
    when = loop.time() + 0.003
    task = asyncio.create_task(asyncio.sleep(0.01))
    await asyncio.sleep(0)
    waiter = task._fut_waiter
    waiter.set_result(None)
    print(task.cancel(), task.cancelling())
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
