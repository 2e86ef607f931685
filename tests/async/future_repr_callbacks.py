# Callbacks in a future's repr.
import asyncio


def one(fut):
    pass


def two(fut):
    pass


async def main():
    fut = asyncio.get_running_loop().create_future()
    for f in (one, two, one, two):
        fut.add_done_callback(f)
        print(repr(fut).replace(__file__, 'FILE'))
    big = asyncio.get_running_loop().create_future()
    big.set_result(list(range(100)))
    print(big)
    text = asyncio.get_running_loop().create_future()
    text.set_result('x' * 100)
    print(text)
    nested = asyncio.get_running_loop().create_future()
    nested.set_result([nested])
    print(nested)
    fut.cancel()

asyncio.run(main())
