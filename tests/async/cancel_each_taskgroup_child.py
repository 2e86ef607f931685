# A child of a group cancelled at each turn: the group does not mind.
import asyncio


async def child(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def run(victim, turn):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(n)) for n in (1, 2, 4)]
        for i in range(6):
            if i == turn:
                tasks[victim].cancel()
            await asyncio.sleep(0)
    print(victim, turn, ['x' if t.cancelled() else t.result() for t in tasks], asyncio.current_task().cancelling())

for victim in range(3):
    for turn in range(6):
        asyncio.run(run(victim, turn))
