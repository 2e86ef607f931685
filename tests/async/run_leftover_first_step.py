# A task created in the last moment still takes its first step, in the turn in which main's end stops the loop.
import asyncio


async def background():
    print('first step')
    await asyncio.sleep(0)
    print('never')


async def main():
    global task
    task = asyncio.create_task(background())
    return 'main result'

print(asyncio.run(main()), task.done(), task.cancelled())
