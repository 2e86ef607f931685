# Cells in step, by a barrier.
import asyncio


class Cell:
    def __init__(self, x, y, alive, world):
        self.x, self.y, self.alive, self.world = x, y, alive, world

    async def run(self, rounds, barrier):
        for _ in range(rounds):
            n = sum(self.world[(self.x + dx) % 6, (self.y + dy) % 6].alive for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
            await barrier.wait()
            self.alive = n == 3 or (self.alive and n == 2)
            await barrier.wait()


async def main():
    glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
    world = {}
    for x in range(6):
        for y in range(6):
            world[x, y] = Cell(x, y, (x, y) in glider, world)
    barrier = asyncio.Barrier(36)
    async with asyncio.TaskGroup() as tg:
        for c in world.values():
            tg.create_task(c.run(4, barrier))
    for y in range(6):
        print("".join("#" if world[x, y].alive else "." for x in range(6)))
    print(barrier)

    async def phase(i):
        async with barrier2 as pos:
            order.append((i, pos))
        return i
    barrier2 = asyncio.Barrier(3)
    order = []
    tasks = [asyncio.create_task(phase(i)) for i in range(4)]
    await asyncio.sleep(0.001)
    print(order, barrier2.n_waiting)
    tasks[3].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), barrier2)
    t = asyncio.create_task(barrier2.wait())
    await asyncio.sleep(0)
    await barrier2.reset()
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        print(repr(e), barrier2)


asyncio.run(main())
