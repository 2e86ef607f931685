"""Two hundred tasks that hand over to each other with sleep(0)."""
import asyncio

async def spin(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n

async def main():
    tasks = [asyncio.create_task(spin(1500)) for _ in range(200)]
    total = 0
    for t in tasks:
        total += await t
    return total

print(asyncio.run(main()))
