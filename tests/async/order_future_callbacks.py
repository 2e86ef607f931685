# Callbacks of a future run in the order they were added, each by the loop, never at once.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    for i in range(3):
        fut.add_done_callback(lambda f, i=i: print('callback', i, f.result()))
    fut.set_result('R')
    print('set, nothing ran yet')
    fut.add_done_callback(lambda f: print('added late'))
    print('done', fut.done())
    await asyncio.sleep(0)
    print('after a turn')

asyncio.run(main())
