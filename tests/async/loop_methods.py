# A loop by hand: run_until_complete with coroutines and futures.
import asyncio


async def coro(x):
    await asyncio.sleep(0)
    return x

loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed(), loop)
print(loop.run_until_complete(coro(1)))
fut = loop.create_future()
loop.call_soon(fut.set_result, 'future')
print(loop.run_until_complete(fut))
print(loop.run_until_complete(loop.create_task(coro('task'))))
print(loop.run_until_complete(asyncio.gather(loop.create_task(coro('a')), loop.create_task(coro('b')))))
try:
    loop.run_until_complete(42)
except TypeError as exc:
    print(exc)
print(loop.time() <= loop.time(), isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop))
loop.close()
loop.close()
print(loop)
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print),
             lambda: loop.run_forever(), lambda: loop.call_soon_threadsafe(print)):
    try:
        call()
    except RuntimeError as exc:
        print(exc)
