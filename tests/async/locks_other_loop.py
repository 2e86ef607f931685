# A lock that waited in one loop refuses another one.
import asyncio

lock = asyncio.Lock()


async def contend():
    await lock.acquire()
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await waiter


async def other():
    try:
        await lock.acquire()
    except RuntimeError as exc:
        print(str(exc).split('> ')[1])

asyncio.run(contend())
asyncio.run(other())
