# Who was woken by set stays woken even if the event is cleared in the same turn.
import asyncio


async def waiter(name, event):
    await event.wait()
    print(name, 'woke, set:', event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(i, event)) for i in range(2)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.gather(*tasks)

asyncio.run(main())
