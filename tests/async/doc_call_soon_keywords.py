# Callbacks take keywords through functools.partial, whose repr shows in the handle's.
import asyncio
import functools


async def main():
    loop = asyncio.get_running_loop()
    print(loop.call_soon(functools.partial(print, 'Hello', flush=True)))
    print(loop.call_soon(functools.partial(functools.partial(print, sep=', '), 'a', end='!\n'), 'b'))
    await asyncio.sleep(0)

asyncio.run(main())
