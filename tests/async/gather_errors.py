# Arguments gather refuses.
import asyncio


async def main():
    for bad in (1, 'text', [1]):
        try:
            await asyncio.gather(bad)
        except TypeError as exc:
            print(exc)
    g = asyncio.gather(asyncio.sleep(0))
    print(repr(g).split(' ')[0], asyncio.isfuture(g), g.get_loop() is asyncio.get_running_loop())
    print(await g)

asyncio.run(main())
