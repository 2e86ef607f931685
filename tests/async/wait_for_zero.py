# A timeout of zero: done futures give their result, everything else is cancelled at once.
import asyncio


async def child():
    print('child never starts')


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result('ready')
    print(await asyncio.wait_for(done, 0))
    for limit in (0, -1):
        try:
            await asyncio.wait_for(child(), limit)
        except TimeoutError as exc:
            print('TimeoutError', repr(exc.__cause__))
    fut = loop.create_future()
    try:
        await asyncio.wait_for(fut, 0)
    except TimeoutError:
        print(fut.cancelled())

asyncio.run(main())
