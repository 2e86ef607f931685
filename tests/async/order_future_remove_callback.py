# remove_done_callback removes every equal callback and says how many.
import asyncio


def first(fut):
    print('first', fut.result())


def second(fut):
    print('second', fut.result())


async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(first)
    fut.add_done_callback(second)
    fut.add_done_callback(first)
    print(fut.remove_done_callback(first))
    print(fut.remove_done_callback(first))
    fut.set_result(1)
    print(fut.remove_done_callback(second), 'already handed to the loop')
    await asyncio.sleep(0)

asyncio.run(main())
