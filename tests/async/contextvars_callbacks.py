# Callbacks run in the context of the call that scheduled them, or in the one they are given.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='default')


async def main():
    loop = asyncio.get_running_loop()
    other = contextvars.copy_context()
    other.run(var.set, 'other')
    var.set('main')
    loop.call_soon(lambda: print('call_soon', var.get()))
    loop.call_soon(lambda: print('call_soon in other', var.get()), context=other)
    loop.call_later(0.001, lambda: print('call_later', var.get()))
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print('callback', var.get()))
    fut.add_done_callback(lambda f: print('callback in other', var.get()), context=other)
    var.set('changed')
    fut.set_result(None)
    await asyncio.sleep(0.01)

asyncio.run(main())
