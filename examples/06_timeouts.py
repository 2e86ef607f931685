# Nothing should wait forever: three ways to set a limit.
import asyncio


async def slow(seconds):
    try:
        await asyncio.sleep(seconds)
        return f"answer after {seconds} s"
    except asyncio.CancelledError:
        print("  slow() was cancelled")
        raise


async def main():
    # 1. wait_for: a limit around one awaitable. The loser is cancelled.
    print(await asyncio.wait_for(slow(0.05), timeout=1))
    try:
        await asyncio.wait_for(slow(5), timeout=0.05)
    except TimeoutError:
        print("wait_for gave up")

    # 2. timeout: a limit around a block.
    try:
        async with asyncio.timeout(0.1):
            print(await slow(0.01))
            print(await slow(5))
    except TimeoutError:
        print("the block took too long")

    # 3. wait: tells what is done and what is not, and cancels nothing.
    quick, late = asyncio.create_task(slow(0.01)), asyncio.create_task(slow(5))
    done, pending = await asyncio.wait([quick, late], timeout=0.1)
    print(len(done), "done,", len(pending), "pending:", quick.result())
    late.cancel()
    await asyncio.gather(late, return_exceptions=True)


asyncio.run(main())
