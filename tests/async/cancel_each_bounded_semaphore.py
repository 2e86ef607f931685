# A bounded semaphore is whole again whichever waiter was cancelled.
import asyncio


async def user(sem):
    async with sem:
        await asyncio.sleep(0)


async def main():
    for victims in range(16):
        sem = asyncio.BoundedSemaphore(2)
        await sem.acquire()
        tasks = [asyncio.create_task(user(sem)) for _ in range(4)]
        await asyncio.sleep(0)
        sem.release()
        for i in range(4):
            if victims >> i & 1:
                tasks[i].cancel()
        await asyncio.wait(tasks)
        print(victims, [t.cancelled() for t in tasks], sem._value, sem.locked())
        try:
            sem.release()
        except ValueError as error:
            print(error)

asyncio.run(main())
