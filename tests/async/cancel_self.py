# A task that cancels itself is thrown at its next await.
import asyncio


async def child():
    asyncio.current_task().cancel('by myself')
    print('still running')
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as exc:
        print('thrown', exc.args)
        raise


async def ends_first():
    asyncio.current_task().cancel()
    return 'a result that is lost'


async def main():
    for coro in (child(), ends_first()):
        task = asyncio.create_task(coro)
        await asyncio.wait([task])
        print(task.cancelled())

asyncio.run(main())
