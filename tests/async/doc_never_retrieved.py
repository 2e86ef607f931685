# The report of an exception that nobody asked for.
import asyncio


async def bug():
    raise Exception('not consumed')


async def main():
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(sorted(context), context['message'], repr(context['exception'])))
    asyncio.create_task(bug())
    await asyncio.sleep(0)
    await asyncio.sleep(0)

import gc
asyncio.run(main())
gc.collect()
