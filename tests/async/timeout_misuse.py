# Entering twice, outside a task, outside a loop.
import asyncio


async def main():
    t = asyncio.timeout(1)
    async with t:
        pass
    try:
        async with t:
            pass
    except RuntimeError as exc:
        print(exc)

    loop = asyncio.get_running_loop()
    outside = asyncio.timeout(1)

    def by_hand():
        try:
            outside.__aenter__().send(None)
        except RuntimeError as exc:
            print(exc)

    loop.call_soon(by_hand)
    await asyncio.sleep(0)

asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as exc:
    print(exc)
