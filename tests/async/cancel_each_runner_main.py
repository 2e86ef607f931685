# The main task cancels itself by each of three ways; asyncio.run raises CancelledError.
import asyncio


async def by_task():
    asyncio.current_task().cancel('self')
    await asyncio.sleep(0)


async def by_raise():
    raise asyncio.CancelledError('raised')


async def by_future():
    future = asyncio.get_running_loop().create_future()
    future.cancel('future')
    await future

for main in (by_task, by_raise, by_future):
    try:
        asyncio.run(main())
    except asyncio.CancelledError as error:
        print(main.__name__, repr(error))
