# run() waits for the default executor; afterwards it takes nothing more.
import asyncio
import time

log = []


def slow():
    time.sleep(0.02)
    log.append('slow')


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, slow)
    return loop

asyncio.run(main())
print(log)
loop = asyncio.new_event_loop()
loop.run_until_complete(loop.shutdown_default_executor())
try:
    loop.run_in_executor(None, slow)
except RuntimeError as error:
    print(error)
loop.close()
try:
    loop.run_in_executor(None, slow)
except RuntimeError as error:
    print(error)
