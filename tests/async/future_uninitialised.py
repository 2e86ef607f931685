# Futures and tasks whose __init__ has not run: what each of their methods and attributes says.
import asyncio


class Forgetful(asyncio.Future):
    def __init__(self):
        self.own = 1


def ask(what, f):
    try:
        print(what, f())
    except Exception as exc:
        print(what, type(exc).__name__, exc)


CALLS = {'result': (), 'exception': (), 'done': (), 'cancelled': (), 'cancel': (), 'set_result': (1,), 'set_exception': (ValueError(),),
         'add_done_callback': (print,), 'remove_done_callback': (print,), 'get_loop': (), '__await__': (), '__iter__': (), '__repr__': (),
         'get_stack': (), 'print_stack': (), 'get_name': (), 'set_name': ('x',), 'cancelling': (), 'uncancel': ()}
for make in asyncio.Future.__new__, asyncio.Task.__new__, lambda cls: Forgetful():
    cls = asyncio.Task if make is asyncio.Task.__new__ else asyncio.Future
    for name, args in CALLS.items():
        future = make(cls)
        if hasattr(type(future), name):
            ask(f'{type(future).__name__}.{name}', lambda: getattr(future, name)(*args))
    for name in ('_state', '_result', '_exception', '_loop', '_callbacks', '_cancel_message', '_asyncio_future_blocking', '_log_traceback',
                 '_log_destroy_pending', '_must_cancel', '_coro', '_fut_waiter', '_source_traceback'):
        ask(f'{type(future).__name__}.{name}', lambda: getattr(make(cls), name))

    async def main():
        future = make(cls)
        for use in lambda: future, lambda: asyncio.wait_for(future, 60), lambda: asyncio.shield(future), lambda: asyncio.gather(future):
            try:
                await use()
            except Exception as exc:
                print(type(exc).__name__, exc)
        print(asyncio.isfuture(future))

    asyncio.run(main())
