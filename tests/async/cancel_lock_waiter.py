# A cancelled waiter leaves the queue of a lock; the next one gets it.
import asyncio


async def user(name, lock):
    try:
        async with lock:
            print(name, 'in')
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, 'gave up')
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b, c = [asyncio.create_task(user(n, lock)) for n in 'abc']
    await asyncio.sleep(0)
    b.cancel()
    await asyncio.sleep(0)
    lock.release()
    await asyncio.wait([a, b, c])
    print(b.cancelled(), lock.locked())

asyncio.run(main())
