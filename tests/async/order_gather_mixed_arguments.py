# Futures, tasks, coroutines and awaitables, one of them twice.
import asyncio


class Ready:
    def __await__(self):
        print('awaiting Ready')
        yield from asyncio.sleep(0).__await__()
        return 'ready'


async def coro(x):
    print('coro', x)
    return x


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    task = asyncio.create_task(coro('task'))
    loop.call_soon(fut.set_result, 'future')
    print(await asyncio.gather(coro('first'), fut, task, Ready(), fut, task))

asyncio.run(main())
