# async for over a StreamReader cancelled between and within lines.
import asyncio


async def lines(reader, got):
    async for line in reader:
        got.append(line)
        await asyncio.sleep(0)


async def run(turn):
    reader, got = asyncio.StreamReader(), []
    task = asyncio.create_task(lines(reader, got))
    for i in range(8):
        if i in (1, 3):
            reader.feed_data(b'one\ntw')
        if i == turn:
            task.cancel()
        await asyncio.sleep(0)
    reader.feed_eof()
    await asyncio.wait([task])
    print(turn, got, task.cancelled(), bytes(reader._buffer))

for turn in range(8):
    asyncio.run(run(turn))
