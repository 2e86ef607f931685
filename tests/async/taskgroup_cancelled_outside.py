# Cancelling the parent from outside cancels the children; CancelledError comes out, not a group.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print('child ends')


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except asyncio.CancelledError as exc:
        print('parent', exc.args, asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel('outside')
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
