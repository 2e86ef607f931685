# A loop that runs forever in a thread serves coroutines from the main thread, and is stopped from there.
import asyncio
import threading

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()


async def add(a, b):
    await asyncio.sleep(0.001)
    return a + b


async def fail():
    raise LookupError('in the loop')

print(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result(2))
future = asyncio.run_coroutine_threadsafe(fail(), loop)
print(repr(future.exception(2)), type(future).__module__)
future = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
print(future.cancel(), future.cancelled())
try:
    asyncio.run_coroutine_threadsafe(3, loop)
except TypeError as error:
    print(error)
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), loop.is_closed())
loop.run_until_complete(asyncio.sleep(0))
loop.close()
