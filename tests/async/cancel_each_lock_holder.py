# The holder is cancelled in its block; the waiters go on in order.
import asyncio


async def user(name, lock, log):
    async with lock:
        log.append(name)
        try:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        finally:
            log.append(f'/{name}')


async def main():
    for turn in range(6):
        lock, log = asyncio.Lock(), []
        tasks = [asyncio.create_task(user(n, lock, log)) for n in 'abc']
        for i in range(turn):
            await asyncio.sleep(0)
        tasks[0].cancel()
        await asyncio.wait(tasks)
        print(turn, ''.join(log), lock.locked(), [t.cancelled() for t in tasks])

asyncio.run(main())
