# A task inside a timeout cancelled at each turn, with the timeout due at turn 3.
import asyncio


async def body(limits, log):
    try:
        async with asyncio.timeout(None) as limit:
            limits.append(limit)
            for i in range(6):
                await asyncio.sleep(0)
        log.append('through')
    except TimeoutError:
        log.append('timeout')
    except asyncio.CancelledError:
        log.append('cancelled')
        raise
    await asyncio.sleep(0)
    log.append('after')


async def run(turn):
    limits, log = [], []
    task = asyncio.create_task(body(limits, log))
    for i in range(12):
        if i == 3 and not task.done():
            limits[0].reschedule(0)
        if i == turn:
            task.cancel()
        await asyncio.sleep(0)
    await asyncio.wait([task])
    print(turn, log, task.cancelled(), task.cancelling(), limits[0].expired() if limits else None)

for turn in range(1, 9):
    asyncio.run(run(turn))
