"""Many tasks that sleep at once; also tells what one of them costs in memory."""
import asyncio

def resident():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * 4096

async def sleeper(i):
    await asyncio.sleep(0.05 + i % 100 / 2000)
    return 1

async def main(n):
    before = resident()
    tasks = [asyncio.create_task(sleeper(i)) for i in range(n)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(f"# {(resident() - before) // n} bytes per sleeping task")
    total = 0
    for t in tasks:
        total += await t
    return total

print(asyncio.run(main(40000)))
