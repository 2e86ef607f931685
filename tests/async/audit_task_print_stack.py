# print_stack of tasks that have not begun, wait, and failed.
import asyncio
import sys


async def inner():
    await asyncio.sleep(0.001)
    raise ValueError('inner')


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer())
    print(len(task.get_stack()))
    await asyncio.sleep(0)
    print([f.f_code.co_name for f in task.get_stack()])
    task.print_stack(file=sys.stdout)
    task.print_stack(limit=0, file=sys.stdout)
    await asyncio.wait([task])
    print([f.f_code.co_name for f in task.get_stack()], [f.f_code.co_name for f in task.get_stack(limit=1)])
    task.print_stack(file=sys.stdout)
    task.exception()

asyncio.run(main())
