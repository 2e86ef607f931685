# A handler that the script set itself stays in charge.
import asyncio
import os
import signal

signal.signal(signal.SIGINT, lambda number, frame: print('own handler', number))


async def main():
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(0.001)
    print('main goes on')

asyncio.run(main())
