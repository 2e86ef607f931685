# The first program of the asyncio chapter.
import asyncio


async def main():
    print('Good ...')
    await asyncio.sleep(0.01)
    print('... morning!')

asyncio.run(main())
