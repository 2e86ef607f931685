# Tasks that spawn tasks run breadth first.
import asyncio


async def node(path, depth):
    print(path)
    if depth:
        kids = [asyncio.create_task(node(path + c, depth - 1)) for c in 'lr']
        for kid in kids:
            await kid
    print(path, 'done')


asyncio.run(node('.', 2))
