# reschedule moves the deadline.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.005) as t:
        t.reschedule(None)
        await asyncio.sleep(0.02)
        print('survived', t.when())
    try:
        async with asyncio.timeout(None) as t:
            t.reschedule(loop.time() - 1)
            await asyncio.sleep(10)
    except TimeoutError:
        print('moved into the past')
    try:
        t.reschedule(None)
    except RuntimeError as exc:
        print(exc)
    try:
        asyncio.timeout(1).reschedule(2)
    except RuntimeError as exc:
        print(exc)

asyncio.run(main())
