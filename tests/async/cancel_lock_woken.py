# A waiter that was woken and then cancelled hands the lock on.
import asyncio


async def user(name, lock):
    async with lock:
        print(name, 'in')


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(user('a', lock))
    b = asyncio.create_task(user('b', lock))
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.cancelled(), lock.locked())

asyncio.run(main())
