# A future of run_in_executor cancelled before its function has begun, and after.
import asyncio
import concurrent.futures
import threading


async def main():
    loop = asyncio.get_running_loop()
    begun, go, log = threading.Event(), threading.Event(), []

    def first():
        begun.set()
        go.wait(5)
        log.append('first')

    def second():
        log.append('second')
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        a = loop.run_in_executor(pool, first)
        b = loop.run_in_executor(pool, second)
        c = loop.run_in_executor(pool, log.append, 'third')
        while not begun.is_set():
            await asyncio.sleep(0.001)
        print(a.cancel(), b.cancel(), a.cancel())
        await asyncio.sleep(0)
        go.set()
        await c
        print(a.cancelled(), b.cancelled(), log)

asyncio.run(main())
