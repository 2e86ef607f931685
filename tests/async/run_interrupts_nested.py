# KeyboardInterrupt and SystemExit out of a plain callback leave the loop; the loop can run again.
import asyncio

loop = asyncio.new_event_loop()


def interrupt(exc):
    raise exc

for exc in (KeyboardInterrupt('k'), SystemExit(4)):
    loop.call_soon(interrupt, exc)
    loop.call_soon(print, 'next in the queue, after', repr(exc))
    try:
        loop.run_until_complete(asyncio.sleep(0.5))
    except BaseException as caught:
        print('out of the loop:', repr(caught), caught is exc)
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.run_until_complete(asyncio.sleep(0))
loop.close()
