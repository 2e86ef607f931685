# A child fails at turn 3, the owner is cancelled at each turn around it.
import asyncio


async def fail():
    for _ in range(2):
        await asyncio.sleep(0)
    raise ValueError('child')


async def slow(log):
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0)
        log.append('slow ended')


async def owner(log):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(slow(log))
            try:
                await asyncio.sleep(0)
                await asyncio.sleep(0)
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                log.append('body cut')
                raise
    except BaseExceptionGroup as error:
        log.append(repr(error))
    await asyncio.sleep(0)
    log.append('end')


async def run(turn):
    log = []
    task = asyncio.create_task(owner(log))
    for i in range(10):
        if i == turn:
            task.cancel()
        await asyncio.sleep(0)
    await asyncio.wait([task])
    print(turn, log, task.cancelled(), task.cancelling())

for turn in range(10):
    asyncio.run(run(turn))
