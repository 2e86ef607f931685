# Many threads hand work to one loop, which answers each.
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    threads = [threading.Thread(target=lambda n=n: [loop.call_soon_threadsafe(queue.put_nowait, n * 10 + i) for i in range(10)])
               for n in range(5)]
    for thread in threads:
        thread.start()
    got = [await asyncio.wait_for(queue.get(), 5) for _ in range(50)]
    for thread in threads:
        thread.join()
    print(sorted(got) == list(range(50)), [[g % 10 for g in got if g // 10 == n] == list(range(10)) for n in range(5)])

asyncio.run(main())
