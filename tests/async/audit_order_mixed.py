# Callbacks, timers that are due, tasks and futures in one program: the exact order.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    future = loop.create_future()

    async def task(n):
        log.append(f't{n}a')
        await asyncio.sleep(0)
        log.append(f't{n}b')
        await future
        log.append(f't{n}c')
    now = loop.time()
    loop.call_at(now - 2, log.append, 'at-2')
    loop.call_soon(log.append, 's1')
    tasks = [loop.create_task(task(n)) for n in range(2)]
    loop.call_later(0, log.append, 'l0')
    loop.call_at(now - 3, log.append, 'at-3')
    loop.call_soon(lambda: loop.call_soon(future.set_result, None))
    future.add_done_callback(lambda f: log.append('done'))
    loop.call_soon_threadsafe(log.append, 'safe')
    loop.call_at(now - 3, log.append, 'at-3 again')
    await asyncio.gather(*tasks)
    print(log)

asyncio.run(main())
