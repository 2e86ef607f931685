# The contexts that reach the exception handler, one for each kind of lost error.
import asyncio
import gc


async def fail():
    raise ValueError('task')


async def main():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(sorted(context), '|', context['message'].split(' at 0x')[0][:40], '|', repr(context.get('exception')))
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    loop.call_later(0, int, 'x')
    future = loop.create_future()
    future.add_done_callback(lambda f: {}['key'])
    future.set_result(None)
    task = loop.create_task(fail())
    lost = loop.create_future()
    lost.set_exception(KeyError('lost'))
    await asyncio.sleep(0.005)
    del lost
    gc.collect()
    del task
    gc.collect()
    loop.call_exception_handler({'message': 'by hand', 'custom': 1})

asyncio.run(main())
gc.collect()
