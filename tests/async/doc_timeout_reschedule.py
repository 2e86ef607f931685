# The delay is decided within the block.
import asyncio


async def main():
    try:
        async with asyncio.timeout(None) as limit:
            print(limit.when())
            limit.reschedule(asyncio.get_running_loop().time() + 0.01)
            await asyncio.sleep(5)
    except TimeoutError:
        pass
    print('expired' if limit.expired() else 'in time')

asyncio.run(main())
