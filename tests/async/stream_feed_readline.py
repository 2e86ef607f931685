# readline: pieces, several lines at once, the end of the stream.
import asyncio
import _net


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b'one\ntwo\nthr')
    print(await reader.readline(), await reader.readline())
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    reader.feed_data(b'e')
    await asyncio.sleep(0)
    print(task.done())
    reader.feed_data(b'e\nfour')
    print(await task)
    reader.feed_eof()
    print(await reader.readline(), await reader.readline())
    reader = asyncio.StreamReader()
    reader.feed_data(b'\n\nx\r\n')
    reader.feed_eof()
    async for line in reader:
        print(line)
    lines = asyncio.StreamReader()
    lines.feed_data(b''.join(b'%d\n' % n for n in range(1000)))
    lines.feed_eof()
    print(sum([int(line) async for line in lines]))

_net.run(main)
