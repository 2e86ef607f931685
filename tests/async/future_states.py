# The life of a future and its errors.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    print(fut, fut.done(), fut.cancelled())
    for method in (fut.result, fut.exception):
        try:
            method()
        except asyncio.InvalidStateError as exc:
            print(repr(exc))
    fut.set_result([1, 2])
    print(fut, fut.result(), fut.exception(), fut.done())
    for call in (lambda: fut.set_result(1), lambda: fut.set_exception(ValueError)):
        try:
            call()
        except asyncio.InvalidStateError as exc:
            print(repr(exc))
    print(fut.cancel(), asyncio.Future(loop=loop), asyncio.Future().get_loop() is loop)
    failed = loop.create_future()
    failed.set_exception(KeyError)
    print(failed, repr(failed.exception()))
    gone = loop.create_future()
    gone.cancel()
    print(gone, gone.done(), gone.cancelled())
    try:
        gone.set_result(1)
    except asyncio.InvalidStateError as exc:
        print(repr(exc))

asyncio.run(main())
