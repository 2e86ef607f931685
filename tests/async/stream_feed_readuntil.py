# readuntil with separators of several bytes that arrive in pieces.
import asyncio
import _net


async def main():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reader.readuntil(b'END'))
    for piece in (b'aaE', b'N', b'bEN', b'D', b'restEEND'):
        await asyncio.sleep(0)
        print(task.done())
        reader.feed_data(piece)
    print(await task, await reader.readuntil(b'END'))
    reader.feed_data(b'no separator')
    reader.feed_eof()
    try:
        await reader.readuntil(b'\n')
    except asyncio.IncompleteReadError as exc:
        print(exc, exc.partial, exc.expected)
    print(reader.at_eof())
    for bad in (b'', bytearray()):
        try:
            await reader.readuntil(bad)
        except ValueError as exc:
            print(exc)
    reader = asyncio.StreamReader()
    reader.feed_data(b'a\r\nb\r\n')
    print(await reader.readuntil(b'\r\n'), await reader.readuntil(bytearray(b'\r\n')))
    reader.feed_data(b'x\n')
    print(await reader.readuntil())

_net.run(main)
