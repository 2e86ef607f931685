# Timeouts nest: each turns its own cancellation into TimeoutError, and no other.
import asyncio


async def main():
    try:
        async with asyncio.timeout(100):
            async with asyncio.timeout(0.001) as inner:
                await asyncio.sleep(100)
    except TimeoutError:
        print('inner', inner.expired())
    try:
        async with asyncio.timeout(0.001) as outer:
            async with asyncio.timeout(100) as inner:
                await asyncio.sleep(100)
    except TimeoutError:
        print('outer', outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(None) as timeout:
            deadline = asyncio.get_running_loop().time() + 0.001
            timeout.reschedule(deadline)
            print(timeout.when() == deadline)
            await asyncio.sleep(100)
    except TimeoutError:
        pass
    if timeout.expired():
        print('looks like it took too long')

asyncio.run(main())
