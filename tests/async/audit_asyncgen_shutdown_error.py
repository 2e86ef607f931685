# A generator whose clean-up fails at shutdown is reported.
import asyncio


async def bad():
    try:
        yield 1
    finally:
        raise ValueError('clean-up')

keep = []


async def main():
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(context['message'].split('<')[0], repr(context['exception']), sorted(context)))
    generator = bad()
    keep.append(generator)
    print(await anext(generator))

asyncio.run(main())
