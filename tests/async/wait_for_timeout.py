# wait_for cancels what it waits for and raises TimeoutError when that has ended.
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print('slow cleans up')
        await asyncio.sleep(0)
        print('slow cleaned up')


async def main():
    try:
        await asyncio.wait_for(slow(), 0.005)
    except TimeoutError as exc:
        print('TimeoutError', exc.args, repr(exc.__cause__))
    task = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(task, timeout=0.005)
    except TimeoutError:
        print('task cancelled:', task.cancelled())

asyncio.run(main())
