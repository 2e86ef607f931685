# A callback that arranges its next call.
import asyncio


def tick(end, loop, n):
    print('tick', n)
    if n < end:
        loop.call_later(0.002, tick, end, loop, n + 1)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(tick, 4, loop, 0)
try:
    loop.run_forever()
finally:
    loop.close()
