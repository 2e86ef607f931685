# A deadline in the loop's time.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 0.01
    try:
        async with asyncio.timeout_at(deadline) as limit:
            print(limit.when() == deadline)
            await asyncio.sleep(5)
    except TimeoutError:
        print('late', loop.time() >= deadline)

asyncio.run(main())
