# to_thread carries the context along, run_in_executor does not; run_coroutine_threadsafe uses the caller's.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='default')


async def show():
    return var.get()


async def main():
    loop = asyncio.get_running_loop()
    var.set('main')
    print(await asyncio.to_thread(var.get))
    print(await loop.run_in_executor(None, var.get))

    def outside():
        var.set('thread')
        return asyncio.run_coroutine_threadsafe(show(), loop).result(2)
    print(await loop.run_in_executor(None, outside))
    print(await asyncio.to_thread(outside), var.get())

asyncio.run(main())
