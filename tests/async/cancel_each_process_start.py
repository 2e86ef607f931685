# The start of a child cancelled at each of the first turns: no zombie is left.  # test: heavy
import asyncio


async def start():
    process = await asyncio.create_subprocess_exec('sleep', '5')
    return await process.wait()


async def run(turn):
    task = asyncio.create_task(start())
    for i in range(turn):
        await asyncio.sleep(0)
    task.cancel()
    result = (await asyncio.gather(task, return_exceptions=True))[0]
    await asyncio.sleep(0.02)
    return type(result).__name__

for turn in range(2):
    print(turn, asyncio.run(run(turn)))
