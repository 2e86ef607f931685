# Another thread submits a coroutine to the loop and waits for its result.
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()

    def from_outside():
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, result=3), loop)
        print(future.result(2))
        slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
        try:
            slow.result(0.02)
        except TimeoutError:
            print('took too long, cancelling:', slow.cancel())

    thread = threading.Thread(target=from_outside)
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.01)
    print(len(asyncio.all_tasks()))

asyncio.run(main())
