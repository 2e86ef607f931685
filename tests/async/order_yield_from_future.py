# Future.__await__ used by hand and through yield from.
import asyncio
import types


@types.coroutine
def old_style(fut):
    print('old style begins')
    value = yield from fut
    print('old style got', value)
    return value


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, 3)
    print(await old_style(fut))
    print(await asyncio.create_task(wrap(fut)))


async def wrap(fut):
    return await old_style(fut)

asyncio.run(main())
