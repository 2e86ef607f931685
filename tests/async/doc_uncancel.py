# A block that is cancelled from inside suppresses just that cancellation.
import asyncio


async def main():
    task = asyncio.current_task()
    asyncio.get_running_loop().call_later(0.01, task.cancel)
    print(task.cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(task.cancelling(), task.uncancel())
    await asyncio.sleep(0)
    print('still here', task.cancelling())

asyncio.run(main())
