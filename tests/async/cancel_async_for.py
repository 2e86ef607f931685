# Cancellation inside async for reaches the generator's await, its finally, then the consumer.
import asyncio


async def gen():
    try:
        while True:
            yield 'item'
            await asyncio.sleep(10)
    finally:
        print('generator finally')


async def consumer():
    try:
        async for item in gen():
            print(item)
    finally:
        print('consumer finally')


async def main():
    task = asyncio.create_task(consumer())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
