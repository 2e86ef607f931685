# The first to finish is the first to come.
import asyncio


async def delayed(n):
    await asyncio.sleep(n / 50)
    return n


async def main():
    for each in asyncio.as_completed([delayed(3), delayed(1), delayed(2)]):
        print(await each)
    try:
        for each in asyncio.as_completed([delayed(0), delayed(100)], timeout=0.05):
            print(await each)
    except TimeoutError as error:
        print(repr(error))

asyncio.run(main())
