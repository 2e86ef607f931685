# Debug mode tells where the coroutine was made that nobody awaited.
import asyncio
import sys
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, str(message).replace(__file__, 'FILE').splitlines()[:2])

warnings.showwarning = show


async def test():
    print('never scheduled')


async def main():
    test()

asyncio.run(main())
print(sys.get_coroutine_origin_tracking_depth())
asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
