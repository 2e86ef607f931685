"""The cost of a suspension under 1, 10, 100, 1,000 and 10,000 awaits; notes tell nanoseconds each."""
import asyncio
import sys
import time

sys.setrecursionlimit(50000)

async def chain(depth, n):
    if depth:
        return await chain(depth - 1, n)
    await asyncio.sleep(0)
    start = time.perf_counter()
    for _ in range(n):
        await asyncio.sleep(0)
    return (time.perf_counter() - start) / n * 1e9

async def main():
    total, costs = 0, []
    for depth, n in ((1, 20000), (10, 20000), (100, 10000), (1000, 1000), (10000, 100)):
        costs.append(f"{depth}: {await asyncio.create_task(chain(depth, n)):.0f}")
        total += n
    print("# ns,", ", ".join(costs))
    return total

print(asyncio.run(main()))
