# Tasks still running when main ends are cancelled and may clean up.
import asyncio


async def background():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('background cancelled')
        await asyncio.sleep(0)
        print('background cleaned up')
        raise


async def main():
    global task
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    print('main ends')

asyncio.run(main())
print('run returned', task.cancelled())
