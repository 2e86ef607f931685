# A loop that records the tasks it makes, through the documented points of extension.
import asyncio


class Recorder(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.made = []

    def create_task(self, coro, *, name=None, context=None):
        task = super().create_task(coro, name=name, context=context)
        self.made.append(task.get_name())
        return task

    def create_future(self):
        self.made.append('future')
        return super().create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.made.clear()
    await asyncio.create_task(asyncio.sleep(0), name='one')
    await asyncio.sleep(0.001)
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0), name='two')
    return loop.made

print(asyncio.run(main(), loop_factory=Recorder))
