# A task cancelled before its first step never runs its body.
import asyncio


async def child():
    print('never printed')


async def main():
    task = asyncio.create_task(child())
    print(task.cancel(), task.cancelled(), task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as exc:
        print('cancelled', exc.args)
    print(task.cancelled(), task.done(), task.cancel())

asyncio.run(main())
