# Messages with a length in front, cut up in every possible way.
import asyncio
import _net


async def read_message(reader):
    size = int.from_bytes(await reader.readexactly(4), 'big')
    return await reader.readexactly(size)


async def main():
    messages = [b'', b'a', b'bc' * 50, bytes(range(256))]
    wire = b''.join(len(m).to_bytes(4, 'big') + m for m in messages)
    for step in (1, 2, 3, 5, 50, 1000):
        reader = asyncio.StreamReader()

        async def feed():
            for at in range(0, len(wire), step):
                reader.feed_data(wire[at:at + step])
                await asyncio.sleep(0)
            reader.feed_eof()

        task = asyncio.create_task(feed())
        got = [await read_message(reader) for _ in messages]
        await task
        print(step, got == messages, reader.at_eof())
    try:
        await read_message(reader)
    except asyncio.IncompleteReadError as exc:
        print(exc)

_net.run(main)
