# Awaiting a task that is done does not suspend.
import asyncio


async def quick():
    return 'result'


async def main():
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    print('done:', task.done())
    asyncio.get_running_loop().call_soon(print, 'callback')
    print(await task)
    print(await task)
    print('main did not suspend')
    await asyncio.sleep(0)

asyncio.run(main())
