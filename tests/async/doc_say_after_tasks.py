# The same two as tasks: the second is done while the first sleeps.
import asyncio


async def say_later(delay, text):
    await asyncio.sleep(delay)
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    first = asyncio.create_task(say_later(0.05, 'salut'))
    second = asyncio.create_task(say_later(0.1, 'monde'))
    start = loop.time()
    await first
    await second
    print(loop.time() - start < 0.14)

asyncio.run(main())
