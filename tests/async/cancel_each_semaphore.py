# Waiters of a semaphore cancelled at each turn around two releases.
import asyncio


async def user(name, sem, log):
    try:
        async with sem:
            log.append(name)
            await asyncio.sleep(0)
            log.append(name.upper())
    except asyncio.CancelledError:
        log.append(f'-{name}')
        raise


async def run(victim, turn, places):
    sem, log = asyncio.Semaphore(places), []
    for _ in range(places):
        await sem.acquire()
    tasks = [asyncio.create_task(user(n, sem, log)) for n in 'abcd']
    for i in range(10):
        if i in (2, 3) and places:
            sem.release()
            places -= 1
        if i == turn:
            log.append('!')
            tasks[victim].cancel()
        await asyncio.sleep(0)
    await asyncio.wait(tasks)
    print(victim, turn, ''.join(log), sem._value, sem.locked(), repr(sem).split('[')[1])

for victim in range(4):
    for turn in range(7):
        asyncio.run(run(victim, turn, 2))
