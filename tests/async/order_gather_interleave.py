# gather starts its coroutines in order; each suspends where it likes; results keep the order of the arguments.
import asyncio


async def steps(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name * n


async def main():
    print(await asyncio.gather(steps('a', 3), steps('b', 1), steps('c', 2)))

asyncio.run(main())
