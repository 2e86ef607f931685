# sleep(0) loops go on while others sleep for real.
import asyncio


async def spinner(flag):
    turns = 0
    while not flag:
        turns += 1
        await asyncio.sleep(0)
    print('spinner saw', flag, turns > 10)


async def main():
    flag = []
    task = asyncio.create_task(spinner(flag))
    await asyncio.sleep(0.01)
    flag.append('stop')
    print('flag set')
    await task

asyncio.run(main())
