# At most two at a time.
import asyncio

inside = most = 0


async def visit(sem):
    global inside, most
    async with sem:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.001)
        inside -= 1


async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(visit(sem) for _ in range(7)))
    print(most, inside, sem.locked())

asyncio.run(main())
