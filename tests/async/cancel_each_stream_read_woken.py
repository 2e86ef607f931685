# A reader is cancelled in the turn in which data comes.
import asyncio


async def main():
    for name, arguments in (('read', (10,)), ('readline', ()), ('readexactly', (2,)), ('readuntil', (b'!',))):
        for first in (True, False):
            reader = asyncio.StreamReader()
            task = asyncio.create_task(getattr(reader, name)(*arguments))
            await asyncio.sleep(0)
            if first:
                task.cancel()
            reader.feed_data(b'ab!\n')
            if not first:
                task.cancel()
            await asyncio.wait([task])
            print(name, first, task.cancelled(), bytes(reader._buffer))

asyncio.run(main())
