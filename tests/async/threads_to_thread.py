"""to_thread, run_in_executor, and what comes in from other threads."""
import asyncio
import concurrent.futures
import contextvars
import threading
import time

name = contextvars.ContextVar('name', default='none')


def blocking(n):
    time.sleep(0.02)
    return n, name.get(), threading.current_thread() is threading.main_thread()


async def ticker(out):
    while True:
        out.append(1)
        await asyncio.sleep(0.002)


async def main():
    loop = asyncio.get_running_loop()
    out = []
    task = asyncio.create_task(ticker(out))
    name.set('set')
    print(await asyncio.to_thread(blocking, 1))
    print(await loop.run_in_executor(None, blocking, 2))
    print(len(out) > 3)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, pow, 2, n) for n in range(5))))
    try:
        await asyncio.to_thread(int, 'x')
    except ValueError as error:
        print(error)
    task.cancel()

    def from_thread():
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, 'slept'), loop)
        loop.call_soon_threadsafe(print, 'called soon')
        return future.result(5)

    print(await asyncio.to_thread(from_thread))

    def failing():
        async def fail():
            raise KeyError('k')
        return asyncio.run_coroutine_threadsafe(fail(), loop).exception()

    print(repr(await asyncio.to_thread(failing)))
    event = asyncio.Event()
    threading.Timer(0.01, loop.call_soon_threadsafe, [event.set]).start()
    await event.wait()
    print('event set from a thread')
    try:
        async with asyncio.timeout(0.02):
            await asyncio.to_thread(time.sleep, 0.1)
    except TimeoutError:
        print('timed out')
    future = concurrent.futures.Future()
    threading.Timer(0.01, future.set_result, ['wrapped']).start()
    print(await asyncio.wrap_future(future))
    return 'end'


print(asyncio.run(main()))


def loop_in_thread(results, n):
    async def inner():
        await asyncio.sleep(0.005 * n)
        results.append((n, asyncio.current_task().get_name() != ''))
    asyncio.run(inner())


results = []
threads = [threading.Thread(target=loop_in_thread, args=(results, n)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))
loop = asyncio.new_event_loop()
runner = threading.Thread(target=loop.run_forever)
runner.start()
print(asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, 'from main'), loop).result())
print(loop.is_running())
loop.call_soon_threadsafe(loop.stop)
runner.join()
print(loop.is_running())
loop.close()
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)
try:
    threading.Thread(target=asyncio.get_event_loop).run()
except RuntimeError as error:
    print(error)
