"""Create, run and join many tasks."""
import asyncio

async def work(i):
    return i & 7

async def main():
    total = 0
    for _ in range(120):
        tasks = [asyncio.create_task(work(i)) for i in range(1000)]
        for t in tasks:
            total += await t
    return total

print(asyncio.run(main()))
