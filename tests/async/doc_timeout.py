# timeout() turns its own cancellation into TimeoutError outside the block.
import asyncio


async def long_running():
    await asyncio.sleep(30)


async def main():
    try:
        async with asyncio.timeout(0.01):
            await long_running()
    except TimeoutError:
        print('The operation took too long, but we dealt with it.')
    print('This line runs in any case.')

asyncio.run(main())
