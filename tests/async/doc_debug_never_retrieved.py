# Debug mode tells where the task was created whose exception nobody asked for.
import asyncio
import gc


def report(loop, context):
    print(context['message'], repr(context['exception']))
    print([(frame.name, frame.line) for frame in context['source_traceback'] if 'asyncio' not in frame.filename])


async def bug():
    raise RuntimeError('not consumed')


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 1000
    loop.set_exception_handler(report)
    asyncio.create_task(bug())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()

asyncio.run(main(), debug=True)
