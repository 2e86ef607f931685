"""An exception thrown into what never started does not meet its handlers, even where the first statement is a try."""
import asyncio
async def w():
    try:
        print("body")
        await asyncio.sleep(0)
    except asyncio.CancelledError: print("caught"); raise
    finally: print("fin")
async def main():
    t=asyncio.create_task(w()); t.cancel()
    try: await t
    except asyncio.CancelledError: print("main")
    t=asyncio.create_task(w())
    g=asyncio.gather(t, w())
    g.cancel()
    try: await g
    except asyncio.CancelledError: print("main2")
asyncio.run(main())
c=w()
try: c.throw(ValueError)
except ValueError: print('v')
def g():
    try: yield 1
    finally: print('gfin')
x=g()
try: x.throw(ValueError)
except ValueError: print('v')
async def lazy():
    try: print('x'); yield 1
    finally: print('agfin')
a=lazy()
try: a.athrow(ValueError).send(None)
except ValueError: print('v')
async def outer():
    c=w()
    try: await c
    finally: print('of')
c=outer()
try: c.throw(ValueError)
except ValueError: print('v')
