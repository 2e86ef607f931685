# In debug mode, call_soon from another thread is an error.
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 60
    said = []

    def outside():
        try:
            loop.call_soon(print)
        except RuntimeError as error:
            said.append(str(error))
        loop.call_soon_threadsafe(done.set)

    done = asyncio.Event()
    thread = threading.Thread(target=outside)
    thread.start()
    await done.wait()
    thread.join()
    print(said)

asyncio.run(main(), debug=True)
