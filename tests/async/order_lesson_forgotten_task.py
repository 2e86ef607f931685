# A task nobody awaits runs only while somebody else does.
import asyncio


async def background():
    for i in range(5):
        print('background', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(background())
    print('main works without awaiting')
    sum(range(1000))
    print('main takes two turns')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('main ends')

asyncio.run(main())
