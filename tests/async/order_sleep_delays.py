# Sleepers wake in the order of their delays, whatever the order of creation.
import asyncio


async def sleeper(delay):
    print('start', delay)
    value = await asyncio.sleep(delay, f'value {delay}')
    print('wake', value)


async def main():
    await asyncio.gather(*[sleeper(d / 1000) for d in (40, 10, 30, 20)])

asyncio.run(main())
