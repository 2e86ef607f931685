# Two tasks that yield with sleep(0) take turns.
import asyncio


async def worker(name, turns):
    for i in range(turns):
        print(name, i)
        await asyncio.sleep(0)
    print(name, 'done')


async def main():
    a = asyncio.create_task(worker('a', 3))
    b = asyncio.create_task(worker('b', 2))
    print('created')
    await a
    print('a awaited')
    await b
    print('b awaited')

asyncio.run(main())
