# Names, results, exceptions, states of tasks.
import asyncio


async def value():
    return 'v'


async def fails():
    raise ValueError('f')


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(value())
    b = asyncio.create_task(fails(), name='bee')
    c = asyncio.create_task(value(), name=12)
    d = asyncio.create_task(value())
    print([t.get_name() for t in (a, b, c, d)])
    d.set_name(None)
    print(repr(d.get_name()), a.get_coro().__name__, a.done(), a.cancelled())
    for method in (a.result, a.exception):
        try:
            method()
        except asyncio.InvalidStateError as exc:
            print(exc)
    await asyncio.wait([a, b, c, d])
    print(a.result(), a.exception(), repr(b.exception()), a.done())
    try:
        b.result()
    except ValueError as exc:
        print(repr(exc))
    for method, arg in ((a.set_result, 1), (a.set_exception, ValueError())):
        try:
            method(arg)
        except RuntimeError as exc:
            print(exc)

asyncio.run(main())
