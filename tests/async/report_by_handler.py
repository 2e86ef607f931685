# A program may take the reports itself.
import asyncio
import gc


async def fails():
    raise ValueError('mine')


def handler(loop, context):
    print(context['message'], repr(context['exception']), sorted(context))


async def lose():
    await asyncio.wait([asyncio.create_task(fails())])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    await lose()
    gc.collect()
    await asyncio.sleep(0)

asyncio.run(main())
