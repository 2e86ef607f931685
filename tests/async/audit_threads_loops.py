# A loop in each of four threads at once.
import asyncio
import threading


async def work(n):
    loop = asyncio.get_running_loop()
    total = 0
    for i in range(20):
        await asyncio.sleep(0.0005 if i % 5 == 0 else 0)
        total += n
    return total, loop is asyncio.get_event_loop()

results = {}
threads = [threading.Thread(target=lambda n=n: results.update({n: asyncio.run(work(n))})) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))
