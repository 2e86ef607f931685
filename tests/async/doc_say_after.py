# Awaiting coroutines one after the other.
import asyncio


async def say_later(delay, text):
    await asyncio.sleep(delay)
    print(text)


async def main():
    print('begin')
    await say_later(0.01, 'salut')
    await say_later(0.02, 'monde')
    print('end')

asyncio.run(main())
