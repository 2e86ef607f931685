# What wait refuses.
import asyncio


async def coro():
    pass


async def main():
    c = coro()
    task = asyncio.create_task(coro())
    for args, kwargs in ((([],), {}), (((c,),), {}), ((c,), {}), ((task,), {}), (([task],), {'return_when': 'SOON'})):
        try:
            await asyncio.wait(*args, **kwargs)
        except (TypeError, ValueError) as exc:
            print(type(exc).__name__, exc)
    c.close()
    await task

asyncio.run(main())
