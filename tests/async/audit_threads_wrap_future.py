# wrap_future in both directions: results, errors, cancellation.
import asyncio
import concurrent.futures


async def main():
    for action in ('result', 'error', 'cancel inner', 'cancel outer'):
        inner = concurrent.futures.Future()
        outer = asyncio.wrap_future(inner)
        print(asyncio.wrap_future(outer) is outer)
        loop = asyncio.get_running_loop()
        if action == 'result':
            loop.call_soon(inner.set_result, 1)
        elif action == 'error':
            loop.call_soon(inner.set_exception, ValueError('e'))
        elif action == 'cancel inner':
            loop.call_soon(inner.cancel)
        else:
            loop.call_soon(outer.cancel)
        try:
            print(action, await outer)
        except BaseException as error:
            print(action, repr(error), inner.cancelled(), outer.cancelled())

asyncio.run(main())
