# run gives main's result, passes its exception on, and makes a fresh loop each time.
import asyncio


async def main(x):
    loops.append(asyncio.get_running_loop())
    await asyncio.sleep(0)
    return x * 2

loops = []
print(asyncio.run(main(21)), asyncio.run(main('ab')))
print(loops[0] is loops[1], [loop.is_closed() for loop in loops], loops[0].is_running())


async def fails():
    raise ValueError('from main')

try:
    asyncio.run(fails())
except ValueError as exc:
    print(repr(exc), exc.__context__)
