# Exceptions a future takes, and how they come out.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    for bad in (StopIteration('x'), StopIteration, 42):
        try:
            fut.set_exception(bad)
        except TypeError as exc:
            print(exc)
    fut.set_exception(ValueError('v'))
    for i in range(2):
        try:
            await fut
        except ValueError as exc:
            print(i, repr(exc), exc is fut.exception())
    late = loop.create_future()
    loop.call_soon(late.set_exception, OSError(2, 'gone'))
    try:
        await late
    except OSError as exc:
        print(repr(exc))

asyncio.run(main())
