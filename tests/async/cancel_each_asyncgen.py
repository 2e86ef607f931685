# A task in an asynchronous generator cancelled at each turn; the generator's finally runs in it.
import asyncio


async def numbers(log):
    try:
        for i in range(4):
            await asyncio.sleep(0)
            yield i
    except asyncio.CancelledError:
        log.append('cut')
        raise
    finally:
        await asyncio.sleep(0)
        log.append('closed')


async def consume(log):
    async for n in numbers(log):
        log.append(n)


async def run(turn):
    log = []
    task = asyncio.create_task(consume(log))
    for i in range(turn):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(turn, log, task.cancelled())

for turn in range(8):
    asyncio.run(run(turn))
