# What a task does with wrong things yielded to it.
import asyncio


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        try:
            yield self.value
        except RuntimeError as exc:
            return str(exc)


async def main():
    print(await Yields(42))
    print(await Yields('text'))
    fut = asyncio.get_running_loop().create_future()
    print((await Yields(fut)).split(' in task')[0])
    print((await Yields(x for x in ())).split(' in task')[0])
    task = asyncio.current_task()
    try:
        await task
    except RuntimeError as exc:
        print(str(exc).split(':')[0])

asyncio.run(main())
