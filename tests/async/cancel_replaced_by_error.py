# A task may answer a cancellation with another exception.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError('instead')


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as exc:
        print(repr(exc), repr(exc.__context__))
    print(task.cancelled(), repr(task.exception()))

asyncio.run(main())
