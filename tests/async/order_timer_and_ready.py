# A due timer goes behind the callbacks that are ready already.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.005, print, 'timer')
    time.sleep(0.01)
    loop.call_soon(print, 'soon')
    await asyncio.sleep(0)
    print('main, turn 1')
    await asyncio.sleep(0)
    print('main, turn 2')

asyncio.run(main())
