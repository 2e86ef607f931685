# Cancelling the awaiter of a shield leaves the inner task alone.
import asyncio


async def inner():
    for i in range(3):
        await asyncio.sleep(0)
    print('inner finished')
    return 'kept'


async def outer(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print('outer cancelled, inner done:', task.done())
        raise


async def main():
    task = asyncio.create_task(inner())
    o = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.wait([o])
    print(await task)

asyncio.run(main())
