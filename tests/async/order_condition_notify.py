# notify(n) wakes n waiters; they go on one by one as each gets the lock.
import asyncio


async def waiter(name, cond):
    async with cond:
        print(name, 'waits')
        await cond.wait()
        print(name, 'woke')


async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(n, cond)) for n in 'abcd']
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
        print('notified two')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('notify all')
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)

asyncio.run(main())
