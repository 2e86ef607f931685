# Only one coroutine may wait in a reader.
import asyncio
import _net


async def main():
    reader = asyncio.StreamReader()
    first = asyncio.create_task(reader.read(1))
    await asyncio.sleep(0)
    for call in (reader.read(1), reader.readline(), reader.readexactly(1), reader.readuntil(b'x'), reader.read()):
        try:
            await call
        except RuntimeError as exc:
            print(exc)
    reader.feed_data(b'x')
    print(await first)

_net.run(main)
