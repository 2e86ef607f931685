# One of three parties cancelled at each turn; the others wait on, or leave.
import asyncio


async def party(name, barrier, log):
    try:
        log.append((name, await barrier.wait()))
    except asyncio.CancelledError:
        log.append((name, 'cancelled'))
        raise
    except asyncio.BrokenBarrierError as error:
        log.append((name, 'broken'))


async def run(victim, turn):
    barrier, log = asyncio.Barrier(3), []
    tasks = [asyncio.create_task(party(n, barrier, log)) for n in 'ab']
    for i in range(8):
        if i == 2:
            tasks.append(asyncio.create_task(party('c', barrier, log)))
        if i == turn and victim < len(tasks):
            tasks[victim].cancel()
        await asyncio.sleep(0)
    print(victim, turn, log, barrier.n_waiting, barrier.broken)
    await barrier.abort()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, repr(barrier).split('[')[1])

for victim in range(3):
    for turn in range(7):
        asyncio.run(run(victim, turn))
