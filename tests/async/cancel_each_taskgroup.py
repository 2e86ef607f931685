# The owner of a task group cancelled at each turn.
import asyncio


async def child(n, log):
    try:
        for _ in range(n):
            await asyncio.sleep(0)
        log.append(f'{n}')
    except asyncio.CancelledError:
        log.append(f'-{n}')
        raise


async def owner(log):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(1, log))
            group.create_task(child(4, log))
            await asyncio.sleep(0)
            log.append('body')
        log.append('after')
    except asyncio.CancelledError as error:
        log.append(f'out{error.args}')
        raise


async def run(turn):
    log = []
    task = asyncio.create_task(owner(log))
    for i in range(10):
        if i == turn:
            task.cancel('why')
        await asyncio.sleep(0)
    await asyncio.wait([task])
    print(turn, log, task.cancelled(), task.cancelling())

for turn in range(9):
    asyncio.run(run(turn))
