# A timeout block turns its own cancellation into TimeoutError.
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01) as t:
            print('inside', t.expired())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print('cancelled inside, expired:', t.expired())
                raise
    except TimeoutError as exc:
        print(repr(exc), repr(exc.__cause__))
    print(t.expired(), asyncio.current_task().cancelling(), asyncio.TimeoutError is TimeoutError)
    print(repr(t))

asyncio.run(main())
