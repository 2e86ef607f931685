# Results and exceptions come through; a cancelled inner task gives CancelledError.
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def fails():
    await asyncio.sleep(0)
    raise LookupError('inner')


async def main():
    print(await asyncio.wait_for(value(1), 1), await asyncio.wait_for(value(2), None))
    try:
        await asyncio.wait_for(fails(), 1)
    except LookupError as exc:
        print(repr(exc))
    task = asyncio.create_task(value(3))
    task.cancel('inner')
    try:
        await asyncio.wait_for(task, 1)
    except asyncio.CancelledError as exc:
        print('CancelledError', exc.args)
    try:
        await asyncio.wait_for(42, 1)
    except TypeError as exc:
        print(exc)

asyncio.run(main())
