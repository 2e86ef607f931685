# Three waiters of a lock; each of them cancelled at each of the first turns, before and after the release.
import asyncio


async def user(name, lock, log):
    try:
        async with lock:
            log.append(name)
            await asyncio.sleep(0)
            log.append(name.upper())
    except asyncio.CancelledError:
        log.append(f'-{name}')
        raise


async def run(victim, turn):
    lock, log = asyncio.Lock(), []
    await lock.acquire()
    tasks = [asyncio.create_task(user(n, lock, log)) for n in 'abc']
    for i in range(10):
        if i == 2:
            lock.release()
        if i == turn:
            log.append('!')
            tasks[victim].cancel()
        await asyncio.sleep(0)
    await asyncio.wait(tasks)
    print(victim, turn, ''.join(log), lock.locked(), repr(lock).split('[')[1], [t.cancelled() for t in tasks])


for victim in range(3):
    for turn in range(8):
        asyncio.run(run(victim, turn))
