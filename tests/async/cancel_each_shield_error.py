# The inner task fails after the shield was cancelled: the loop's handler hears of it.
import asyncio


async def fail():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise ValueError('late')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
    for turn in range(4):
        inner = asyncio.create_task(fail())
        outer = asyncio.shield(inner)
        for i in range(turn):
            await asyncio.sleep(0)
        print(turn, outer.cancel())
        await asyncio.sleep(0.001)
        print(outer.cancelled(), repr(inner.exception()))
        if not outer.cancelled():
            print(repr(outer.exception()))

asyncio.run(main())
