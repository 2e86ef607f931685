# A cancelled timer does not fire, and neither does a cancelled callback that was ready.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    timer = loop.call_later(0.01, print, 'never')
    soon = loop.call_soon(print, 'never either')
    keeps = loop.call_later(0.01, print, 'fires')
    timer.cancel()
    soon.cancel()
    soon.cancel()
    print(timer.cancelled(), soon.cancelled(), keeps.cancelled())
    await asyncio.sleep(0.02)
    keeps.cancel()
    print(keeps.cancelled())

asyncio.run(main())
