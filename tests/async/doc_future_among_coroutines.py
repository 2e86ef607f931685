# A function that hands out a future object is awaited like a coroutine, alone and in gather.
import asyncio


def request(value, delay):
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(delay, future.set_result, value)
    return future


async def compute(value):
    return value ** 2


async def main():
    print(await request('answer', 0.001))
    print(await asyncio.gather(request('from a future', 0.001), compute(12)))

asyncio.run(main())
