# Event.set wakes all waiters in order; a late waiter does not wait.
import asyncio


async def waiter(name, event):
    print(name, 'waits')
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in 'abc']
    await asyncio.sleep(0)
    event.set()
    print('set', event.is_set())
    await waiter('late', event)
    event.clear()
    print('cleared', event.is_set())
    await asyncio.gather(*tasks)

asyncio.run(main())
