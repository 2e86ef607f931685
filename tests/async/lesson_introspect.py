# Stacks of tasks and what inspect says of coroutines.
import asyncio, inspect, sys
async def leaf():
    await asyncio.sleep(1)
async def mid():
    await leaf()
async def main():
    t = asyncio.create_task(mid(), name='T')
    await asyncio.sleep(0)
    print([f.f_code.co_name for f in t.get_stack()])
    t.print_stack(file=sys.stdout)
    c = t.get_coro()
    print(c.cr_await.__name__, c.cr_running, inspect.getcoroutinestate(c), c.cr_frame.f_lineno)
    print(t)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    t.cancel()
    try: await t
    except asyncio.CancelledError: pass
    print(t, t.get_stack())
    print(inspect.getcoroutinestate(c), c.cr_frame)
    async def boom(): raise ValueError('x')
    b = asyncio.create_task(boom())
    await asyncio.wait([b])
    b.print_stack(file=sys.stdout)
    print(b.exception())
    print(inspect.iscoroutinefunction(main), asyncio.iscoroutine(c), inspect.isawaitable(b), asyncio.isfuture(b))
    print(type(t), type(asyncio.get_running_loop()), type(c), asyncio.Task.__mro__)
asyncio.run(main())
