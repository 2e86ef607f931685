# A task that raises CancelledError itself is cancelled.
import asyncio


async def child():
    raise asyncio.CancelledError('homemade')


async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except asyncio.CancelledError as exc:
        print(exc.args)
    print(task.cancelled(), task.cancelling())
    try:
        await child()
    except asyncio.CancelledError as exc:
        print('direct', exc.args)

asyncio.run(main())
