# ensure_future with tasks, futures, coroutines, awaitables and others.
import asyncio


class Awaitable:
    def __await__(self):
        return asyncio.sleep(0, 'awaited').__await__()


async def coro():
    return 'coro'


async def main():
    task = asyncio.ensure_future(coro())
    print(type(task).__name__, asyncio.ensure_future(task) is task, await task)
    fut = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(fut) is fut)
    wrapped = asyncio.ensure_future(Awaitable())
    print(type(wrapped).__name__, await wrapped)
    try:
        asyncio.ensure_future(1)
    except TypeError as exc:
        print(exc)
    print(asyncio.isfuture(task), asyncio.isfuture(fut), asyncio.isfuture(1), asyncio.isfuture(asyncio.Future))

asyncio.run(main())
