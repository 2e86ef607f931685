# Timers that come due during a blocking call all fire in the next turn, by time and not by creation.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    for ms in (9, 3, 6, 1):
        loop.call_later(ms / 1000, print, ms, 'ms')
    time.sleep(0.02)
    print('slept, blocking')
    await asyncio.sleep(0)
    print('one turn')
    await asyncio.sleep(0)
    print('two turns')

asyncio.run(main())
