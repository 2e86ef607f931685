# A generator that yields while it is closed.
import asyncio


async def bad():
    try:
        yield 1
    finally:
        yield 2


async def main():
    g = bad()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as exc:
        print(exc)

asyncio.run(main())
