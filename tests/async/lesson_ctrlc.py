# Ctrl-C cancels the main task.
import asyncio, os, signal
async def child():
    try: await asyncio.sleep(5)
    except asyncio.CancelledError: print('child cancelled'); raise
    finally: print('child finally')
async def main():
    t = asyncio.create_task(child())
    asyncio.get_running_loop().call_later(0.02, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print('main cancelled', e.args); raise
    finally:
        print('main finally')
try: asyncio.run(main())
except KeyboardInterrupt as e: print('KI', repr(e), repr(e.__context__))
