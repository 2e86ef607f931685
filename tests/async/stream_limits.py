# Lines longer than the limit: what readline and readuntil raise, and what stays in the buffer.
import asyncio
import _net


async def attempt(reader, coro):
    try:
        print(await coro)
    except ValueError as exc:
        print('ValueError', exc, type(exc.__context__).__name__)
    except asyncio.LimitOverrunError as exc:
        print('LimitOverrunError', exc, exc.consumed)
    print(reader)


async def main():
    for limit in (0, -1):
        try:
            asyncio.StreamReader(limit)
        except ValueError as exc:
            print(exc)
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b'1234\n12345\nok\n')
    await attempt(reader, reader.readline())
    await attempt(reader, reader.readline())
    await attempt(reader, reader.readline())
    reader.feed_data(b'123456')
    await attempt(reader, reader.readline())
    reader.feed_data(b'789\nnext\n')
    await attempt(reader, reader.readline())
    await attempt(reader, reader.readuntil(b'x'))
    reader.feed_data(b'12345678--')
    await attempt(reader, reader.readuntil(b'--'))
    await attempt(reader, reader.readexactly(12))
    task = asyncio.create_task(attempt(reader, reader.readuntil(b'--')))
    for n in range(4):
        await asyncio.sleep(0)
        reader.feed_data(b'ab')
    await task
    error = asyncio.LimitOverrunError('text', 7)
    print(repr(error), error.consumed, error.args)

_net.run(main)
