# The package logs as 'asyncio'; its level decides what is seen.
import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(levelname)s %(name)s %(funcName)s: %(message)s')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({'message': 'a report', 'source_traceback': []})

asyncio.run(main())
asyncio.run(main(), debug=True)
logging.getLogger('asyncio').setLevel(logging.WARNING)
asyncio.run(main(), debug=True)
asyncio.log.logger.setLevel(logging.CRITICAL)
asyncio.run(main())
print(asyncio.log.logger.name, asyncio.log.logger.getEffectiveLevel(), asyncio.log.logger.isEnabledFor(logging.ERROR))
