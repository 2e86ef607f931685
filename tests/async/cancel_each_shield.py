# The waiter, the shield's future or the inner task cancelled at each turn.
import asyncio


async def child():
    for _ in range(3):
        await asyncio.sleep(0)
    return 'child'


async def run(what, turn):
    inner = asyncio.create_task(child())
    outer = asyncio.shield(inner)

    async def wait():
        return await outer
    waiter = asyncio.create_task(wait())
    for i in range(7):
        if i == turn:
            {'inner': inner, 'outer': outer, 'waiter': waiter}[what].cancel()
        await asyncio.sleep(0)
    states = []
    for each in (inner, outer, waiter):
        states.append('cancelled' if each.cancelled() else each.result() if each.done() else 'pending')
    print(what, turn, states)

for what in ('inner', 'outer', 'waiter'):
    for turn in range(6):
        asyncio.run(run(what, turn))
