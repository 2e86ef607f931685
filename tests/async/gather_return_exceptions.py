# Exceptions as values, CancelledError among them.
import asyncio


async def child(what):
    await asyncio.sleep(0)
    if isinstance(what, BaseException):
        raise what
    return what


async def main():
    print(await asyncio.gather(child(1), child(KeyError('k')), child(asyncio.CancelledError('c')), child(None),
                               return_exceptions=True))

asyncio.run(main())
