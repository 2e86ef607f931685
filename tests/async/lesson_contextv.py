# Context variables in tasks and callbacks.
import asyncio, contextvars
rid = contextvars.ContextVar('rid')
async def log(m): print(rid.get('-'), m)
async def handle(n):
    tok = rid.set(n); await asyncio.sleep(0); await log('a'); await asyncio.create_task(log('child')); rid.reset(tok); await log('reset')
async def main():
    await asyncio.gather(handle(1), handle(2))
    await log('outer')
    ctx = contextvars.copy_context()
    t = asyncio.create_task(handle(3), context=ctx); await t
    loop = asyncio.get_running_loop()
    ctx.run(rid.set, 'ctx')
    loop.call_soon(lambda: print('cs', rid.get('-')), context=ctx)
    await asyncio.sleep(0)
    print(t.get_context() is ctx, dict(ctx))
    try: rid.reset(rid.set(1)); rid.get()
    except LookupError as e: print(type(e), str(e)[:24])
asyncio.run(main())
