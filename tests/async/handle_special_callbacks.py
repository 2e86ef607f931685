# Handles of partial methods, times given as ints, what an executor is refused in debug mode, the exc_info of reports
import asyncio
import functools
import logging
import re


async def co(): pass
class A:
    def g(self): pass
    pm = functools.partialmethod(g)
    pm2 = functools.partialmethod(g, 1, k=2)
def cb(*a): 1/0
async def main():
    loop = asyncio.get_running_loop()
    for name, args in ('pm', ()), ('pm2', (3,)):
        text = repr(asyncio.Handle(A.__dict__[name], args, loop))
        print(re.sub(r' at 0x\w+| at \S*/', '', text))
    print(re.sub(r'at \S*/', '', repr(asyncio.TimerHandle(123, cb, (), loop))), asyncio.TimerHandle(123, cb, (), loop).when())
    h = loop.call_at(100000000, cb)
    print(h.when())
    h.cancel()
    print(h)
    loop.set_debug(True)
    for f in (co, 5):
        try:
            loop.run_in_executor(None, f)
        except TypeError as e:
            print(re.sub(r' at 0x\w+', '', str(e)))
    class H(logging.Handler):
        def emit(self, r): print(r.getMessage().splitlines()[0].split(' at ')[0], r.exc_info and r.exc_info[0], type(r.exc_info))
    logging.getLogger('asyncio').addHandler(H())
    loop.set_debug(False)
    loop.call_soon(cb, 1)
    await asyncio.sleep(0.01)
    loop.call_exception_handler({'message': 'x'})
asyncio.run(main())
