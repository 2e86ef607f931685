# Debug mode checks what it is given.
import asyncio


async def coro():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.slow_callback_duration = 100
    c = coro()
    for bad in (c, coro, 1):
        try:
            loop.call_soon(bad)
        except TypeError as exc:
            print(str(exc).split(' at 0x')[0])
    c.close()
    loop.set_debug(False)
    print(loop.get_debug())

asyncio.run(main(), debug=True)
