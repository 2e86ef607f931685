# readexactly, and what IncompleteReadError tells.
import asyncio
import _net


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b'abcdefgh')
    print(await reader.readexactly(3), await reader.readexactly(0), await reader.readexactly(5))
    task = asyncio.create_task(reader.readexactly(4))
    for piece in (b'1', b'2', b'345'):
        await asyncio.sleep(0)
        print(task.done(), reader)
        reader.feed_data(piece)
    print(await task)
    reader.feed_eof()
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as exc:
        print(exc, exc.partial, exc.expected, isinstance(exc, EOFError))
    try:
        await reader.readexactly(1)
    except asyncio.IncompleteReadError as exc:
        print(exc, exc.partial)
    for bad in (-1, -100):
        try:
            await reader.readexactly(bad)
        except ValueError as exc:
            print(exc)

_net.run(main)
