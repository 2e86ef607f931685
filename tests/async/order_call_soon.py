# call_soon keeps the order of the calls; callbacks that schedule callbacks wait for the next turn.
import asyncio


def say(loop, text, depth):
    print(text, depth)
    if depth:
        loop.call_soon(say, loop, text, depth - 1)


async def main():
    loop = asyncio.get_running_loop()
    for text in 'abc':
        loop.call_soon(say, loop, text, 2)
    print('main goes on')
    for turn in range(4):
        await asyncio.sleep(0)
        print('main turn', turn)

asyncio.run(main())
