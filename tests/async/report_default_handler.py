# What the default handler writes for contexts made by hand.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({'message': 'plain message'})
    loop.call_exception_handler({})
    loop.call_exception_handler({'message': 'with more', 'zebra': 1, 'apple': [2], 'exception': KeyError('k')})

    def broken(loop, context):
        raise ZeroDivisionError('in handler')

    loop.default_exception_handler({'message': 'direct'})

asyncio.run(main())
print('end')
