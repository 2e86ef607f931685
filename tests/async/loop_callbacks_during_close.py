# Closing a loop drops what is still scheduled in it.
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, 'never')
loop.call_later(0.001, print, 'never')
loop.close()
fut = loop.create_future()
fut.add_done_callback(print)
try:
    fut.set_result(1)
except RuntimeError as exc:
    print(exc)
print(fut.done())
