# gather, shield, wait, cancelling and the states of futures.
import asyncio
async def f(n, delay=0, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail: raise ValueError(n)
        return n
    except asyncio.CancelledError:
        print('cancelled', n); raise
async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(f(1), f(2, .01), f(3)))
    print(await asyncio.gather(f(1), f(2, fail=True), return_exceptions=True))
    slow = asyncio.create_task(f('slow', 0.02))
    try: await asyncio.gather(slow, f('bad', fail=True))
    except ValueError as e: print('gather raised', e, slow.done())
    print(await slow)
    g = asyncio.gather(f('a', 1), f('b', 1))
    await asyncio.sleep(0)
    print(g.cancel(), type(g))
    try: await g
    except asyncio.CancelledError: print('all cancelled')
    inner = asyncio.create_task(f('inner', .01))
    sh = asyncio.shield(inner)
    await asyncio.sleep(0); sh.cancel()
    try: await sh
    except asyncio.CancelledError: print('shield cancelled', inner.cancelled())
    print(await inner)
    t = asyncio.create_task(f('x', 1))
    await asyncio.sleep(0)
    t.cancel('why'); print(t.cancelling(), t.uncancel(), t.cancelling())
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    print(t, t.cancelled())
    try: t.result()
    except asyncio.CancelledError as e: print(repr(e))
    try: t.exception()
    except asyncio.CancelledError as e: print(repr(e))
    fut = asyncio.get_running_loop().create_future()
    try: fut.result()
    except asyncio.InvalidStateError as e: print(e)
    fut.add_done_callback(lambda f: print('done cb', f.result()))
    fut.set_result(42)
    try: fut.set_result(1)
    except asyncio.InvalidStateError as e: print(e)
    await asyncio.sleep(0)
    done, pend = await asyncio.wait({asyncio.create_task(f(i, i / 100, i == 1)) for i in range(4)}, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pend))
    done2, _ = await asyncio.wait(pend)
    print(sorted(t.result() for t in done2))
    for t in done:
        if t.exception(): print(repr(t.exception()))
asyncio.run(main())
