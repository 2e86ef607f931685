# Tasks and plain callbacks share one queue.
import asyncio


async def task(name):
    print('task', name, 1)
    await asyncio.sleep(0)
    print('task', name, 2)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'callback 1')
    t = asyncio.create_task(task('x'))
    loop.call_soon(print, 'callback 2')
    u = asyncio.create_task(task('y'))
    loop.call_soon(lambda: loop.call_soon(print, 'callback 3, nested'))
    await asyncio.sleep(0)
    print('main after one turn')
    await asyncio.sleep(0)
    print('main after two turns')
    await t
    await u

asyncio.run(main())
