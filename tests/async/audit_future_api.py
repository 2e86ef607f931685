# Everything of Future, in the wrong order too.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for method in (f.result, f.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print(error)
    f.set_result(1)
    for action in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(error)
    print(f.result(), f.exception(), f.cancel(), f.done(), f.cancelled(), await f)
    f = loop.create_future()
    for wrong in (StopIteration, StopIteration(3), 3, ValueError):
        try:
            f.set_exception(wrong)
        except TypeError as error:
            print('TypeError', error)
        else:
            break
    print(repr(f.exception()))
    f = loop.create_future()
    print(f.cancel('why'), f.cancelled())
    for method in (f.result, f.exception):
        try:
            method()
        except asyncio.CancelledError as error:
            print(repr(error))
    f = asyncio.Future()
    calls = []
    f.add_done_callback(calls.append)
    f.add_done_callback(calls.append)
    print(f.remove_done_callback(calls.append))

asyncio.run(main())
