"""gather over small groups, many times."""
import asyncio

async def child(i):
    await asyncio.sleep(0)
    return i

async def main():
    total = 0
    for i in range(4500):
        total += sum(await asyncio.gather(*(child(j) for j in range(10))))
    return total

print(asyncio.run(main()))
