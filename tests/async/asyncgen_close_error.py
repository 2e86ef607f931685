# An error while run closes the generators goes to the exception handler.
import asyncio

keep = []


async def gen():
    try:
        yield
    finally:
        raise OSError('while closing')


def handler(loop, context):
    print(context['message'].split(' <')[0], repr(context['exception']), context['asyncgen'] is keep[0])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    keep.append(gen())
    await anext(keep[0])

asyncio.run(main())
