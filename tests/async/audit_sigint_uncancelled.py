# After uncancel(), even a CancelledError does not turn into KeyboardInterrupt.
import asyncio
import os
import signal


async def main():
    asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
        raise

try:
    asyncio.run(main())
except BaseException as error:
    print(type(error).__name__)
