# A main task that swallows the cancellation of Ctrl-C returns its result.
import asyncio
import os
import signal


async def main():
    asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        return 'swallowed'

print(asyncio.run(main()))
