# Another exception passes a timeout block as it is, even after the deadline.
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.005) as t:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise KeyError('mine')
    except KeyError as exc:
        print(repr(exc), t.expired(), asyncio.current_task().cancelling())
    async with asyncio.timeout(0.005) as t:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('swallowed')
    print('no error', t.expired(), asyncio.current_task().cancelling())

asyncio.run(main())
