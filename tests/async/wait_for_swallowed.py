# A coroutine that swallows the cancellation gives its result, late.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'late result'


async def main():
    print(await asyncio.wait_for(stubborn(), 0.005))
    print(asyncio.current_task().cancelling())

asyncio.run(main())
