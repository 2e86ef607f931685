# A due timer cancels another that is due in the same turn, and one that is ready already.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() - 1
    handles = {}
    loop.call_at(when, lambda: (print('first'), handles['second'].cancel(), handles['third'].cancel()))
    handles['second'] = loop.call_at(when + 0.1, print, 'second')
    handles['third'] = loop.call_later(0.001, print, 'third')
    await asyncio.sleep(0.01)
    print([h.cancelled() for h in handles.values()], repr(handles['second']).startswith('<TimerHandle cancelled when='))

asyncio.run(main())
