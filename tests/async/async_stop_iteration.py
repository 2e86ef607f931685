# StopIteration out of a coroutine becomes RuntimeError.
import asyncio


async def stops():
    raise StopIteration(1)


async def stops_async():
    raise StopAsyncIteration


async def gen_stops():
    yield 1
    raise StopAsyncIteration


async def main():
    for f in (stops, stops_async):
        try:
            await f()
        except (RuntimeError, StopAsyncIteration) as exc:
            print(f.__name__, repr(exc))
    try:
        print([x async for x in gen_stops()])
    except RuntimeError as exc:
        print(repr(exc))

asyncio.run(main())
