# Semaphore and BoundedSemaphore: values, errors, repr.
import asyncio


def show(x):
    print(repr(x)[repr(x).index('['):])


async def main():
    sem = asyncio.Semaphore(2)
    show(sem)
    await sem.acquire()
    show(sem)
    await sem.acquire()
    show(sem)
    tasks = [asyncio.create_task(sem.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    show(sem)
    sem.release()
    sem.release()
    sem.release()
    await asyncio.gather(*tasks)
    show(sem)
    bounded = asyncio.BoundedSemaphore()
    async with bounded:
        show(bounded)
    for f in (bounded.release, lambda: asyncio.Semaphore(-1), lambda: asyncio.BoundedSemaphore(-1)):
        try:
            f()
        except ValueError as exc:
            print(exc)

asyncio.run(main())
