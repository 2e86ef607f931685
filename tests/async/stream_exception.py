# An exception set in a reader comes out of every read from then on.
import asyncio
import _net


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b'unread\n')
    task = asyncio.create_task(reader.readexactly(50))
    await asyncio.sleep(0)
    print(reader.exception())
    reader.set_exception(ConnectionError('gone'))
    print(repr(reader.exception()), reader)
    for call in (task, reader.read(1), reader.readline(), reader.readexactly(1), reader.readuntil(b'x'), reader.read()):
        try:
            await call
        except ConnectionError as exc:
            print(repr(exc))
    print(await reader.read(0) if reader.exception() is None else 'still there')
    cancelled = asyncio.StreamReader()
    task = asyncio.create_task(cancelled.read(1))
    await asyncio.sleep(0)
    task.cancel()
    cancelled.set_exception(ValueError('late'))
    print(await asyncio.gather(task, return_exceptions=True))

_net.run(main)
