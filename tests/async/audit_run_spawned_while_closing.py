# Tasks made during the cancellation of the others.
import asyncio


async def spawner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        keep.append(asyncio.create_task(late()))
        raise


async def late():
    print('late starts')
    return 1

keep = []


async def main():
    asyncio.create_task(spawner())
    await asyncio.sleep(0)

asyncio.run(main())
print(keep[0].done())
