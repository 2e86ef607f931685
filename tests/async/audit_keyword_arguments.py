# The loop's methods take their arguments by name as well.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback=lambda: print('soon'))
    loop.call_later(delay=0.001, callback=lambda: print('later'))
    loop.call_at(when=loop.time(), callback=lambda: print('at'))
    loop.call_soon_threadsafe(callback=lambda: print('safe'))
    await loop.create_task(coro=asyncio.sleep(delay=0.01, result=1), name='x')
    loop.set_task_factory(factory=None)
    loop.set_debug(enabled=False)
    print(await loop.run_in_executor(executor=None, func=lambda: 'ran'))

asyncio.run(main=main(), debug=None)
