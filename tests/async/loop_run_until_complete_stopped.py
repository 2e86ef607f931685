# stop before the future is done.
import asyncio

loop = asyncio.new_event_loop()
fut = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(fut)
except RuntimeError as exc:
    print(exc)
fut.set_result('now')
print(loop.run_until_complete(fut))
loop.close()
