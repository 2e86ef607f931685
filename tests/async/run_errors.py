# What run refuses.
import asyncio


async def coro():
    pass

for bad in (42, coro, None, 'main()'):
    try:
        asyncio.run(bad)
    except ValueError as exc:
        print(str(exc).split(' at 0x')[0])


async def main():
    inner = coro()
    try:
        asyncio.run(inner)
    except RuntimeError as exc:
        print(exc)
    try:
        asyncio.Runner().run(inner)
    except RuntimeError as exc:
        print(exc)
    inner.close()

asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as exc:
    print(exc)
