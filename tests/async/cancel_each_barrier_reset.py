# reset() while some wait, then a cancel at each turn.
import asyncio


async def party(barrier):
    try:
        return await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        return repr(error)
    except asyncio.CancelledError:
        return 'cancelled'


async def run(turn):
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(barrier)) for _ in range(2)]
    for i in range(6):
        if i == 2:
            await barrier.reset()
        if i == turn:
            tasks[0].cancel()
        await asyncio.sleep(0)
    print(turn, ['x' if t.cancelled() else t.result() if t.done() else None for t in tasks], repr(barrier).split('[')[1])
    print(await asyncio.gather(*(barrier.wait() for _ in range(3))), repr(barrier).split('[')[1])

for turn in range(7):
    asyncio.run(run(turn))
