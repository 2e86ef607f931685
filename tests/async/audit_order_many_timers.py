# Two hundred timers in a scrambled order, half of them cancelled.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    base = loop.time() - 10
    log, handles = [], []
    for i in range(200):
        n = i * 77 % 200
        handles.append(loop.call_at(base + n / 100, log.append, n))
    for handle in handles[::2]:
        handle.cancel()
    await asyncio.sleep(0.001)
    print(len(log), log == sorted(log), log[:10])

asyncio.run(main())
