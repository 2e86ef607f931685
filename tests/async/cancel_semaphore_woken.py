# A woken and cancelled waiter of a semaphore gives its place to the next.
import asyncio


async def user(name, sem):
    async with sem:
        print(name, 'in')


async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    a, b, c = [asyncio.create_task(user(n, sem)) for n in 'abc']
    await asyncio.sleep(0)
    c.cancel()
    sem.release()
    a.cancel()
    await asyncio.wait([a, b, c])
    print([t.cancelled() for t in (a, b, c)], sem.locked(), sem._value)

asyncio.run(main())
