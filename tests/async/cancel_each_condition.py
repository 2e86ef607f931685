# A waiter of a condition cancelled before, with and after its notification, with others in the queue for the lock.
import asyncio


async def waiter(name, cond, log):
    try:
        async with cond:
            await cond.wait()
            log.append(name)
    except asyncio.CancelledError:
        log.append(f'-{name}{int(cond.locked())}')
        raise


async def run(victim, turn):
    cond, log = asyncio.Condition(), []
    tasks = [asyncio.create_task(waiter(n, cond, log)) for n in 'abc']
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for i in range(12):
        if i == 1:
            await cond.acquire()
            cond.notify(2)
            log.append('n')
        if i == 3:
            cond.release()
        if i == turn:
            log.append('!')
            tasks[victim].cancel()
        await asyncio.sleep(0)
    async with cond:
        cond.notify_all()
    await asyncio.wait(tasks)
    print(victim, turn, ' '.join(log), cond.locked(), len(cond._waiters), [t.cancelled() for t in tasks])

for victim in range(3):
    for turn in range(9):
        asyncio.run(run(victim, turn))
