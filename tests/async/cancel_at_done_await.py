# A pending cancel is delivered at the next real suspension, not at an await that does not suspend.
import asyncio


async def no_wait():
    return 'no suspension'


async def child():
    asyncio.current_task().cancel()
    print(await no_wait())
    done = asyncio.get_running_loop().create_future()
    done.set_result('done future')
    print(await done)
    await asyncio.sleep(0)
    print('never')


async def main():
    task = asyncio.create_task(child())
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
