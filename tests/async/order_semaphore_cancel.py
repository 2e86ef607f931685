# Places, waiters and a cancellation in between.
import asyncio


async def user(name, sem):
    try:
        async with sem:
            print(name, 'in')
            await asyncio.sleep(0)
            print(name, 'out')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    sem = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(user(n, sem)) for n in 'abcd']
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], sem.locked())

asyncio.run(main())
