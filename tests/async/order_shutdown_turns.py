# Callbacks left over when main ends still get the turns that run() needs for its cleanup.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def again(n):
        print('callback', n)
        loop.call_soon(again, n + 1)

    loop.call_soon(again, 1)
    await asyncio.sleep(0)
    print('main ends')

asyncio.run(main())
print('closed')
