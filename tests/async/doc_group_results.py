# A group waits for its tasks, which then have their results.
import asyncio


async def square(n):
    await asyncio.sleep(0)
    return n * n


async def main():
    async with asyncio.TaskGroup() as group:
        three = group.create_task(square(3))
        four = group.create_task(square(4))
    print(f'both are done: {three.result()} and {four.result()}')

asyncio.run(main())
