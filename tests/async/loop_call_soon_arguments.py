# Arguments of callbacks, handles, and wrong delays.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(print, 1, 'two', [3])
    print(type(handle).__name__, type(handle).__module__, isinstance(handle, asyncio.Handle))
    timer = loop.call_later(0.005, print, 'timer')
    print(isinstance(timer, asyncio.TimerHandle), timer.when() > loop.time() - 1, timer.cancelled())
    at = loop.call_at(loop.time() + 0.01, print, 'at')
    print(at > timer, timer < at, at == timer)
    for call in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print)):
        try:
            call()
        except TypeError as exc:
            print(exc)
    loop.call_later(-5, print, 'negative delay')
    await asyncio.sleep(0.03)

asyncio.run(main())
