# wait suspends even when everything is done already.
import asyncio


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(nothing())
    await t
    loop.call_soon(print, 'callback 1')
    done, pending = await asyncio.wait([t])
    print(len(done), len(pending))
    loop.call_soon(print, 'callback 2')
    await asyncio.wait([t], timeout=1)
    print('end')

asyncio.run(main())
