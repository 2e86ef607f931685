# call_soon_threadsafe from the loop's own thread keeps its place in the queue.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 1)
    loop.call_soon_threadsafe(print, 2)
    loop.call_soon(print, 3)
    handle = loop.call_soon_threadsafe(print, 'never')
    handle.cancel()
    await asyncio.sleep(0)
    print(4)

asyncio.run(main())
