# One Ctrl-C cancels the main task; asyncio.run raises KeyboardInterrupt afterwards.
import asyncio
import os
import signal


async def main():
    asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling())
        await asyncio.sleep(0.001)
        print('cleaned up')
        raise

try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print('interrupted', repr(error), repr(error.__context__))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
