# async with, wait_for, and notify.
import asyncio


async def main():
    cond = asyncio.Condition()
    items = []

    async def consumer():
        async with cond:
            await cond.wait_for(lambda: len(items) >= 2)
            print('consumed', items)

    task = asyncio.create_task(consumer())
    for i in range(2):
        await asyncio.sleep(0)
        async with cond:
            items.append(i)
            cond.notify()
    await task

asyncio.run(main())
