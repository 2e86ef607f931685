"""Debug mode names what took long: a callback, or a task."""  # test: heavy
import asyncio
import logging
import re
import time


class Names(logging.Handler):
    def emit(self, record):
        text = re.sub(r" at \S+:|created at .*?:\d+|cb=\[.*?\] ?", "", record.getMessage())
        print(record.levelname, re.sub(r"0x\w+|\d\.\d+|/\S+", "...", text))


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.02
    loop.call_soon(time.sleep, 0.03)
    await asyncio.sleep(0.001)
    time.sleep(0.03)
    await asyncio.sleep(0)


logger = logging.getLogger("asyncio")
logger.addHandler(Names())
logger.propagate = False
asyncio.run(main(), debug=True)
