# wait returns two sets and cancels nothing.
import asyncio


async def sleepy(n):
    await asyncio.sleep(n / 100)
    return n


async def main():
    tasks = {asyncio.create_task(sleepy(n)) for n in (1, 2, 30)}
    done, pending = await asyncio.wait(tasks, timeout=0.1)
    print(sorted(t.result() for t in done), len(pending))
    for task in pending:
        print(task.cancel())
    done, pending = await asyncio.wait(pending)
    print([t.cancelled() for t in done], pending)

asyncio.run(main())
