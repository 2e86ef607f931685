# A thread that waits for a coroutine of the loop only so long, and cancels it then.
import asyncio
import concurrent.futures
import threading

gone = threading.Event()


async def slow():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print('the coroutine was cancelled')
        gone.set()
        raise


def in_thread(loop):
    future = asyncio.run_coroutine_threadsafe(slow(), loop)
    try:
        future.result(timeout=0.05)
    except TimeoutError:
        print('it takes too long')
        future.cancel()
        gone.wait()
    except Exception as exc:
        print('it raised', repr(exc))
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.001, 3), loop)
    print('result', future.result(timeout=10))
    print(type(future) is concurrent.futures.Future, future.done(), future.cancelled())


async def main():
    thread = threading.Thread(target=in_thread, args=(asyncio.get_running_loop(),))
    thread.start()
    await asyncio.to_thread(thread.join)
    await asyncio.sleep(0)

asyncio.run(main())
