# Futures wrap an interface with callbacks.
import asyncio


def old_api(callback, errback, value):
    loop = asyncio.get_running_loop()
    if value < 0:
        loop.call_soon(errback, ValueError(f"negative: {value}"))
    else:
        loop.call_later(0.001, callback, value * 2)


def promisify(value):
    fut = asyncio.get_running_loop().create_future()
    old_api(fut.set_result, fut.set_exception, value)
    return fut


def on_done(fut):
    if fut.cancelled():
        print("callback: cancelled")
    elif exc := fut.exception():
        print("callback: failed", repr(exc))
    else:
        print("callback: result", fut.result())


async def main():
    print(await promisify(4))
    try:
        await promisify(-1)
    except ValueError as e:
        print(repr(e))
    f = promisify(10)
    print(f, f.done())
    f.add_done_callback(on_done)
    print(f)
    await f
    print(f)
    g = asyncio.Future()
    g.add_done_callback(on_done)
    g.add_done_callback(print)
    print(g)
    g.cancel("not wanted")
    print(g.cancelled(), g.done(), g)
    await asyncio.sleep(0)
    try:
        g.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    for op in (lambda: g.set_result(1), lambda: f.set_result(1), lambda: asyncio.Future().result(), lambda: asyncio.Future().exception(),
               lambda: f.set_exception(ValueError), lambda: asyncio.Future().set_exception(StopIteration())):
        try:
            op()
        except Exception as e:
            print(type(e), e)
    h = asyncio.Future()
    h.set_exception(KeyError)
    print(h, repr(h.exception()))
    print(h.remove_done_callback(on_done), f.get_loop() is asyncio.get_running_loop())
    done = asyncio.Future()
    done.set_result("x" * 200)
    print(done)
    done.add_done_callback(lambda fut: print("late callback", fut is done))
    await asyncio.sleep(0)


asyncio.run(main())
