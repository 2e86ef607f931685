# wait_for cancelled from outside at each turn, around the moment its task ends.
import asyncio


async def child(log, n, answer):
    try:
        for _ in range(n):
            await asyncio.sleep(0)
        log.append('done')
        return answer
    except asyncio.CancelledError:
        log.append('cut')
        if answer is None:
            raise
        return answer


async def run(turn, timeout, answer):
    log = []
    task = asyncio.create_task(asyncio.wait_for(child(log, 3, answer), timeout))
    for i in range(7):
        if i == turn:
            task.cancel('me')
        await asyncio.sleep(0)
    try:
        result = await task
    except asyncio.CancelledError as error:
        result = repr(error)
    print(turn, timeout, answer, log, result, task.cancelling())

for timeout in (None, 10):
    for answer in (None, 'kept'):
        for turn in range(1, 7):
            asyncio.run(run(turn, timeout, answer))
