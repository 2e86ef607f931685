# Threads and the loop, in either direction.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor


def blocking(n):
    time.sleep(0.01)
    return n * n, threading.current_thread() is threading.main_thread()


def from_thread(loop):
    fut = asyncio.run_coroutine_threadsafe(coro(5), loop)
    print("thread got", fut.result(2))
    fut = asyncio.run_coroutine_threadsafe(coro(-1), loop)
    try:
        fut.result(2)
    except ValueError as e:
        print("thread got", repr(e), fut.exception() is e)
    loop.call_soon_threadsafe(print, "called from a thread")


async def coro(n):
    await asyncio.sleep(0.001)
    if n < 0:
        raise ValueError(n)
    return n * 2


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(blocking, 3))
    print(await loop.run_in_executor(None, blocking, 4))
    with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, blocking, i) for i in range(5))))
        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name.split("_")[0]))
    t = threading.Thread(target=from_thread, args=(loop,))
    t.start()
    while t.is_alive():
        await asyncio.sleep(0.001)
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.05), 0.01)
    except TimeoutError:
        print("the thread goes on, we do not")
    with ThreadPoolExecutor() as pool:
        futs = [pool.submit(pow, 2, i) for i in range(3)]
        print([await asyncio.wrap_future(f) for f in futs])


asyncio.run(main())
