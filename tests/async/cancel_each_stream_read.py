# Each way of reading cancelled while it waits; the reader goes on with nothing lost.
import asyncio


async def main():
    for name, arguments in (('read', (10,)), ('read', ()), ('readline', ()), ('readexactly', (4,)), ('readuntil', (b'!',))):
        reader = asyncio.StreamReader()
        reader.feed_data(b'')
        task = asyncio.create_task(getattr(reader, name)(*arguments))
        await asyncio.sleep(0)
        if name != 'read':
            reader.feed_data(b'ab')
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        print(name, arguments, task.cancelled(), bytes(reader._buffer), reader._waiter)
        reader.feed_data(b'cd!\n')
        reader.feed_eof()
        print(await reader.read(), reader.at_eof())

asyncio.run(main())
