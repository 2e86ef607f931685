# async with, and the same spelled out.
import asyncio


async def main():
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    await lock.acquire()
    try:
        print(lock.locked())
    finally:
        lock.release()
    print(lock.locked())

asyncio.run(main())
