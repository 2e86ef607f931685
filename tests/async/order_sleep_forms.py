# What sleep returns and refuses.
import asyncio


async def main():
    print(await asyncio.sleep(0))
    print(await asyncio.sleep(0, 'x'))
    print(await asyncio.sleep(0.001, result=[1]))
    for bad in ('a', None):
        try:
            await asyncio.sleep(bad)
        except TypeError as exc:
            print('TypeError', exc)

asyncio.run(main())
