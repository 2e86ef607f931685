# What run and run_until_complete accept and give back.
import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 'awaitable'


async def coro():
    return 'coro'

loop = asyncio.new_event_loop()
print(loop.run_until_complete(coro()), loop.run_until_complete(Awaitable()))
future = loop.create_future()
loop.call_soon(future.set_result, 'future')
print(loop.run_until_complete(future))
for wrong in (3, None, coro):
    try:
        loop.run_until_complete(wrong)
    except TypeError as error:
        print(error)
loop.close()
try:
    asyncio.run(Awaitable())
except ValueError as error:
    print(str(error).split(' at ')[0].replace('__main__.', ''))
