"""Timers that are set and run, set and cancelled, and timeouts that do not strike."""
import asyncio

async def main(n):
    loop = asyncio.get_running_loop()
    count = 0

    def ring():
        nonlocal count
        count += 1

    for _ in range(n // 1000):
        now = loop.time()
        for i in range(1000):
            loop.call_at(now - i, ring)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for handle in [loop.call_later(60 + i, ring) for i in range(1000)]:
            handle.cancel()
    for _ in range(n // 4):
        async with asyncio.timeout(60):
            await asyncio.sleep(0)
        await asyncio.wait_for(asyncio.sleep(0), 60)
    return count

print(asyncio.run(main(100000)))
