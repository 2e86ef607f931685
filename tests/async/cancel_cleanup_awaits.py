# A finally block may await during a cancellation.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleanup 1')
        await asyncio.sleep(0)
        print('cleanup 2')
        await asyncio.sleep(0.02)
        print('cleanup 3')


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    for i in range(3):
        await asyncio.sleep(0)
        print('main', i, task.done())
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
