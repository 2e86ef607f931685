# Two queues, two players.
import asyncio


async def player(name, inbox, outbox, rounds):
    for _ in range(rounds):
        ball = await inbox.get()
        print(name, ball)
        outbox.put_nowait(ball + 1)


async def main():
    left, right = asyncio.Queue(), asyncio.Queue()
    a = asyncio.create_task(player('left', left, right, 4))
    b = asyncio.create_task(player('right', right, left, 4))
    left.put_nowait(0)
    await a
    await b
    print(left.qsize(), right.qsize())

asyncio.run(main())
