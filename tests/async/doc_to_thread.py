# A blocking function in a thread while the loop goes on.
import asyncio
import time

order = []


def blocking(n, *, factor):
    time.sleep(0.05)
    order.append('blocking')
    return n * factor


async def main():
    async def quick():
        await asyncio.sleep(0.01)
        order.append('quick')
    print(await asyncio.gather(asyncio.to_thread(blocking, 6, factor=7), quick()))
    print(order)

asyncio.run(main())
