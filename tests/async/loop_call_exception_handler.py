# Errors in callbacks go to the exception handler, and the loop goes on.
import asyncio


def bad(x):
    raise ValueError(x)


def handler(loop, context):
    print('handler:', context['message'].split(' at ')[0], repr(context.get('exception')), sorted(context))


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(bad, 1)
    loop.call_later(0.001, bad, 2)
    fut = loop.create_future()
    fut.add_done_callback(lambda f: 1 / 0)
    fut.set_result(None)
    await asyncio.sleep(0.01)
    loop.call_exception_handler({'message': 'by hand at home', 'extra': 1})
    for wrong in (1, 'x'):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as exc:
            print(exc)
    print(loop.get_exception_handler() is handler)

asyncio.run(main())
