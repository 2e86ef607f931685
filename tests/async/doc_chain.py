# Coroutines that call each other across a random pause, as in the tutorial on async.
import asyncio


async def part1(n):
    await asyncio.sleep(n / 1000)
    return f'result{n}-1'


async def part2(n, arg):
    await asyncio.sleep((4 - n) / 1000)
    return f'result{n}-2 derived from {arg}'


async def chain(n):
    p1 = await part1(n)
    p2 = await part2(n, p1)
    return f'{p2} => done'


async def main():
    for line in await asyncio.gather(*(chain(n) for n in (1, 2, 3))):
        print(line)

asyncio.run(main())
