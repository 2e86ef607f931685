# gather of nothing, of one awaitable twice, of futures of a closed-over loop.
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await asyncio.gather())
    coro = value(1)
    print(await asyncio.gather(coro, coro, value(2)))
    f = asyncio.get_running_loop().create_future()
    g = asyncio.gather(f, f)
    f.set_result([])
    r = await g
    print(r, r[0] is r[1])
    g = asyncio.gather(value(1))
    print(type(g).__name__, g.done(), repr(g).split('[')[0])
    await g
    for wrong in (3, 'x'):
        try:
            asyncio.gather(wrong)
        except TypeError as error:
            print(error)

asyncio.run(main())
