# wait_for with a predicate, cancelled at each turn of a few.
import asyncio


async def waiter(cond, state, log):
    async with cond:
        try:
            await cond.wait_for(lambda: log.append('?') or state['go'])
            log.append('went')
        finally:
            log.append('end')


async def run(turn):
    cond, log, state = asyncio.Condition(), [], {'go': False}
    task = asyncio.create_task(waiter(cond, state, log))
    for i in range(6):
        if i == 2:
            async with cond:
                cond.notify_all()
        if i == 4:
            async with cond:
                state['go'] = True
                cond.notify_all()
        if i == turn:
            task.cancel()
        await asyncio.sleep(0)
    await asyncio.wait([task])
    print(turn, ' '.join(log), task.cancelled(), cond.locked())

for turn in range(7):
    asyncio.run(run(turn))
