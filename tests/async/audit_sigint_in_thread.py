# asyncio.run in a thread has no business with SIGINT.
import asyncio
import signal
import threading


async def main():
    return signal.getsignal(signal.SIGINT) is signal.default_int_handler

results = []
thread = threading.Thread(target=lambda: results.append(asyncio.run(main())))
thread.start()
thread.join()
print(results, asyncio.run(main()))
