# A Runner runs several coroutines in one loop.
import asyncio


async def main(n):
    await asyncio.sleep(0)
    return n, id(asyncio.get_running_loop())


with asyncio.Runner() as runner:
    first = runner.run(main(1))
    second = runner.run(main(2))
print(first[0], second[0], first[1] == second[1])
