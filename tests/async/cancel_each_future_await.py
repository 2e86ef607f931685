# A future awaited by two tasks; one of them cancelled cancels the future for both.
import asyncio


async def wait(future):
    return await future


async def main():
    for protect in (False, True):
        future = asyncio.get_running_loop().create_future()
        tasks = [asyncio.create_task(wait(asyncio.shield(future) if protect else future)) for _ in range(2)]
        await asyncio.sleep(0)
        tasks[0].cancel('one')
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(protect, [t.cancelled() for t in tasks], future.cancelled())
        if protect:
            future.set_result('ok')
        print([repr(r) for r in await asyncio.gather(*tasks, return_exceptions=True)])

asyncio.run(main())
