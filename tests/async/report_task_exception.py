# A task whose exception nobody read is reported on stderr.
import asyncio


async def fails():
    raise ValueError('nobody looks')


async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('main ends')

asyncio.run(main())
