# Where a suspended task stands.
import asyncio


async def inner(fut):
    await fut


async def outer(fut):
    await inner(fut)


async def fails():
    raise KeyError


async def main():
    fut = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(outer(fut))
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack()])
    fut.set_result(None)
    await task
    print(task.get_stack())
    bad = asyncio.create_task(fails())
    await asyncio.wait([bad])
    print([f.f_code.co_name for f in bad.get_stack()], repr(bad.exception()))

asyncio.run(main())
