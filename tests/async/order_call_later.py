# Timers fire in order of time; equal delays in order of the call.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.02
    loop.call_at(when, print, 'at first')
    loop.call_at(when, print, 'at second')
    loop.call_at(when - 0.01, print, 'earlier')
    loop.call_at(when + 0.01, print, 'later')
    loop.call_soon(print, 'soon')
    loop.call_later(0, print, 'later zero')
    await asyncio.sleep(0.045)
    print('end')

asyncio.run(main())
