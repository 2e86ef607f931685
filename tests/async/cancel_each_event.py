# Waiters of an event cancelled around the moment it is set.
import asyncio


async def waiter(event):
    try:
        return await event.wait()
    except asyncio.CancelledError:
        return 'cancelled'


async def run(turn, clear):
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event)) for _ in range(3)]
    for i in range(6):
        if i == 2:
            event.set()
            if clear:
                event.clear()
        if i == turn:
            tasks[1].cancel()
        await asyncio.sleep(0)
    print(turn, clear, ['x' if t.cancelled() else t.result() if t.done() else None for t in tasks], event.is_set(), len(event._waiters))
    event.set()
    await asyncio.gather(*tasks, return_exceptions=True)

for clear in (False, True):
    for turn in range(6):
        asyncio.run(run(turn, clear))
