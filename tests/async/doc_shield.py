# What is shielded goes on when its waiter is cancelled.
import asyncio


async def work():
    await asyncio.sleep(0.02)
    print('work is done')
    return 7


async def main():
    task = asyncio.create_task(work())

    async def waiter():
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            return None
    other = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    other.cancel()
    print(await other)
    print(await task)

asyncio.run(main())
