# A cancelled Condition.wait takes the lock again before it raises.
import asyncio


async def waiter(cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError:
            print('cancelled with the lock held:', cond.locked())
            raise


async def main():
    cond = asyncio.Condition()
    task = asyncio.create_task(waiter(cond))
    await asyncio.sleep(0)
    async with cond:
        task.cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print('task done:', task.done())
    await asyncio.wait([task])
    print(task.cancelled(), cond.locked())

asyncio.run(main())
