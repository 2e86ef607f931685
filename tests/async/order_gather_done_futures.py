# gather of futures that are done already is itself done at once.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.create_future(), loop.create_future()
    a.set_result(1)
    b.set_result(2)
    g = asyncio.gather(a, b)
    print(type(g).__name__, g.done())
    print(await g)
    empty = asyncio.gather()
    print(type(empty).__name__, empty.done(), await empty)

asyncio.run(main())
