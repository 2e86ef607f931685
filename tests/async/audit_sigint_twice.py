# The second Ctrl-C interrupts where the program is.
import asyncio
import os
import signal


async def main():
    os.kill(os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('first')
    try:
        os.kill(os.getpid(), signal.SIGINT)
        for i in range(1000000):
            pass
        print('not here')
    except KeyboardInterrupt:
        print('second')
        raise

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('out')
