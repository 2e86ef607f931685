# Debug mode logs what blocks the loop for longer than slow_callback_duration.
# test: heavy (under a collection at each allocation everything is slow)
import asyncio
import logging
import re
import sys
import time

logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')


class Formatter(logging.Formatter):
    def format(self, record):
        return re.sub(r'created at .*?(\d+)>|took \d+\.\d+', 'T', super().format(record))

logging.getLogger().handlers[0].setFormatter(Formatter('%(levelname)s %(name)s: %(message)s'))


async def blocks():
    time.sleep(0.15)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.slow_callback_duration = 0.12
    loop.call_soon(time.sleep, 0.15)
    await asyncio.create_task(blocks(), name='slow')

asyncio.run(main(), debug=True)
