# A child of gather cancelled at each turn.
import asyncio


async def child(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def run(victim, turn, wait_all):
    children = [asyncio.create_task(child(n)) for n in (1, 2, 3)]
    future = asyncio.gather(*children, return_exceptions=wait_all)
    for i in range(5):
        if i == turn:
            children[victim].cancel(f'child {victim}')
        await asyncio.sleep(0)
    try:
        result = await future
    except asyncio.CancelledError as error:
        result = repr(error)
    print(victim, turn, wait_all, result, future.cancelled(), [c.cancelled() for c in children])
    await asyncio.wait(children)

for wait_all in (False, True):
    for victim in range(3):
        for turn in range(5):
            asyncio.run(run(victim, turn, wait_all))
