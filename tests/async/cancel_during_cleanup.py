# A second cancel interrupts the cleanup.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleanup begins')
        try:
            await asyncio.sleep(10)
        finally:
            print('cleanup cut short')


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel('one')
    await asyncio.sleep(0)
    task.cancel('two')
    try:
        await task
    except asyncio.CancelledError as exc:
        print(exc.args, repr(exc.__context__))

asyncio.run(main())
