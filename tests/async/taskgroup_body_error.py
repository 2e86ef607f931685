# An error in the body cancels the children, also those that never started.
import asyncio


async def child(name):
    print(name, 'starts')
    try:
        await asyncio.sleep(10)
    finally:
        print(name, 'ends')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child('a'))
            await asyncio.sleep(0)
            b = group.create_task(child('b'))
            raise RuntimeError('body')
    except ExceptionGroup as eg:
        print(eg.exceptions, b.cancelled())

asyncio.run(main())
