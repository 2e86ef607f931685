# The report of slow callbacks and tasks, above a threshold of one's own.  # test: heavy
import asyncio
import logging
import re
import sys
import time

logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')


class Brief(logging.Filter):
    def filter(self, record):
        record.msg = re.sub(r'0\.\d+ seconds', 'N seconds', re.sub(r'(created )?at [^ ]*?( [a-z.]+)?(>)?:\d+', 'at PLACE', record.getMessage()))
        record.args = ()
        return True

logging.getLogger('asyncio').addFilter(Brief())


def slow_callback():
    time.sleep(0.03)


async def slow_task():
    time.sleep(0.03)
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.02
    loop.call_soon(slow_callback)
    await asyncio.create_task(slow_task(), name='lazy')
    loop.slow_callback_duration = 10
    loop.call_soon(slow_callback)
    await asyncio.sleep(0)

asyncio.run(main(), debug=True)
