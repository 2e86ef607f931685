# Cancelled in __aenter__, in the body and in __aexit__.
import asyncio


class Manager:
    def __init__(self, log):
        self.log = log

    async def __aenter__(self):
        self.log.append('entering')
        await asyncio.sleep(0)
        self.log.append('entered')

    async def __aexit__(self, kind, error, traceback):
        self.log.append(f'leaving {kind and kind.__name__}')
        await asyncio.sleep(0)
        self.log.append('left')


async def use(log):
    async with Manager(log):
        await asyncio.sleep(0)
        log.append('body')


async def run(turn):
    log = []
    task = asyncio.create_task(use(log))
    for i in range(turn):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(turn, log, task.cancelled())

for turn in range(5):
    asyncio.run(run(turn))
