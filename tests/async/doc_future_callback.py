# A partial as done callback.
import asyncio
import functools


async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(functools.partial(print, 'Future:'))
    fut.add_done_callback(lambda f: print('sum', sum(f.result())))
    fut.set_result([1, 2])
    await asyncio.sleep(0)

asyncio.run(main())
