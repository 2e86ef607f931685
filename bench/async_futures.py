"""Ping-pong between two tasks through bare futures."""
import asyncio

async def pong(box, n):
    for _ in range(n):
        await box[0]
        loop = asyncio.get_running_loop()
        box[0] = loop.create_future()
        box[1].set_result(1)

async def main(n):
    loop = asyncio.get_running_loop()
    box = [loop.create_future(), loop.create_future()]
    other = asyncio.create_task(pong(box, n))
    total = 0
    for _ in range(n):
        box[1] = loop.create_future()
        box[0].set_result(None)
        total += await box[1]
    await other
    return total

print(asyncio.run(main(100000)))
