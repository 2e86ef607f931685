# A delay of zero or less means one turn, in the order of creation.
import asyncio


async def go(name, delay):
    print(name, 'before')
    result = await asyncio.sleep(delay, name + ' result')
    print(name, 'after', result)


async def main():
    await asyncio.gather(go('zero', 0), go('negative', -1), go('float zero', 0.0))

asyncio.run(main())
