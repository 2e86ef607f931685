# What is left over from one run of a Runner goes on in the next.
import asyncio


async def background():
    for i in range(10):
        print('background', i)
        await asyncio.sleep(0)


async def first():
    global task
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    print('first ends')


async def second():
    print('second begins')
    await asyncio.sleep(0)
    print('second ends')

with asyncio.Runner() as runner:
    runner.run(first())
    print('between')
    runner.run(second())
    print('closing')
print(task.cancelled())
