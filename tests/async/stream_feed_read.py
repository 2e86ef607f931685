# StreamReader fed by hand: read in all its forms.
import asyncio
import _net


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b'')
    reader.feed_data(b'hello world')
    print(reader)
    print(await reader.read(5), await reader.read(0), await reader.read(1), await reader.read(100))
    task = asyncio.create_task(reader.read(3))
    await asyncio.sleep(0)
    reader.feed_data(b'abcdef')
    print(await task, await reader.read(3))
    task = asyncio.create_task(reader.read())
    await asyncio.sleep(0)
    reader.feed_data(b'1')
    await asyncio.sleep(0)
    reader.feed_data(bytearray(b'2'))
    reader.feed_data(memoryview(b'3456')[1:3])
    reader.feed_eof()
    print(await task, reader.at_eof(), reader)
    print(await reader.read(), await reader.read(10), await reader.readline())
    try:
        await reader.read(None)
    except TypeError as exc:
        print('TypeError')

_net.run(main)
