# Cancelling wait_for cancels the inner task and raises CancelledError.
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as exc:
        print('inner', exc.args)
        raise


async def main():
    outer = asyncio.create_task(asyncio.wait_for(inner(), 5))
    await asyncio.sleep(0)
    outer.cancel('outer asked')
    try:
        await outer
    except asyncio.CancelledError as exc:
        print('outer', exc.args)

asyncio.run(main())
