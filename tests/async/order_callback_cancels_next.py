# A callback may cancel one that stands behind it in the same turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = []

    def first():
        print('first')
        handles[1].cancel()

    handles.append(loop.call_soon(first))
    handles.append(loop.call_soon(print, 'second'))
    handles.append(loop.call_soon(print, 'third'))
    await asyncio.sleep(0)
    print('end')

asyncio.run(main())
