# A task runs beside its creator and can be awaited later.
import asyncio


async def answer():
    print('computing')
    return 42


async def main():
    task = asyncio.create_task(answer())
    print('made')
    print(await task)

asyncio.run(main())
