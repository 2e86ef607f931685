# What the default handler writes for odd contexts.
import asyncio
import logging
import sys
import traceback

logging.basicConfig(stream=sys.stdout, format='%(levelname)s:%(name)s:%(message)s')


async def main():
    loop = asyncio.get_running_loop()
    loop.default_exception_handler({'message': 'only a message'})
    loop.default_exception_handler({'message': '', 'zeta': 1, 'alpha': [2]})
    loop.default_exception_handler({'exception': ValueError('no traceback')})
    loop.default_exception_handler({'message': 'tb', 'source_traceback': traceback.StackSummary.from_list([('no file', 1, 'f', 'code()')])})
    loop.call_exception_handler({'message': 'through call'})

    def bad(loop, context):
        raise KeyError('in handler')
    loop.set_exception_handler(bad)
    logging.getLogger('asyncio').disabled = False
    records = []
    logging.getLogger('asyncio').addFilter(lambda r: records.append(r.getMessage().splitlines()[0]) or False)
    loop.call_exception_handler({'message': 'm'})
    print(records)
    print(loop.get_exception_handler() is bad)
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        print(error)

asyncio.run(main())
