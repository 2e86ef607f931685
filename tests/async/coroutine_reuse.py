# A coroutine can be awaited once.
import asyncio


async def coro():
    return 1


async def main():
    c = coro()
    print(await c)
    try:
        await c
    except RuntimeError as exc:
        print(exc)
    d = asyncio.sleep(0.001)
    task = asyncio.create_task(d)
    await asyncio.sleep(0)
    try:
        await d
    except RuntimeError as exc:
        print(exc)
    await task

asyncio.run(main())
