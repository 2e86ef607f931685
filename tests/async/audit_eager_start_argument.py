# Task(eager_start=True) starts the task in its constructor.
import asyncio


async def value():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.Task(value(), loop=loop, eager_start=True)
    print(task.done(), task.result())
    task = asyncio.Task(value(), loop=loop)
    print(task.done(), await task)

asyncio.run(main())
