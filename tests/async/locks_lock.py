# Lock: states, errors, repr.
import asyncio
import re


def show(x):
    print(re.sub('0x[0-9a-f]+', 'ADDR', repr(x)))


async def main():
    lock = asyncio.Lock()
    show(lock)
    print(await lock.acquire(), lock.locked())
    show(lock)
    tasks = [asyncio.create_task(lock.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    show(lock)
    lock.release()
    await tasks[0]
    lock.release()
    await tasks[1]
    lock.release()
    try:
        lock.release()
    except RuntimeError as exc:
        print(exc)
    async with lock as target:
        print(target, lock.locked())
    try:
        with lock:
            pass
    except TypeError as exc:
        print(exc)

asyncio.run(main())
