# A future of another loop cannot be awaited.
import asyncio

other = asyncio.new_event_loop()
fut = other.create_future()


async def main():
    try:
        await fut
    except RuntimeError as exc:
        text = str(exc)
        print(text[:9], text[text.index('attached'):])
    try:
        asyncio.ensure_future(fut, loop=asyncio.get_running_loop())
    except ValueError as exc:
        print(exc)

asyncio.run(main())
other.close()
