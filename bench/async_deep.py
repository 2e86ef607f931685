"""Suspensions at the bottom of a deep chain of awaits."""
import asyncio

async def bottom(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return 1

async def chain(depth, n):
    if depth == 0:
        return await bottom(n)
    return 1 + await chain(depth - 1, n)

print(asyncio.run(chain(200, 20000)))
