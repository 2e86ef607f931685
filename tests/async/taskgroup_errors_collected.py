# Errors of several children and of the body, in the order in which they came.
import asyncio


async def fails(exc, turns=0):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise exc


async def fails_when_cancelled():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise KeyError('while cancelled')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError(1)))
            group.create_task(fails(TypeError(2)))
            group.create_task(fails_when_cancelled())
    except* ValueError as eg:
        print('ValueError', eg.exceptions)
    except* (TypeError, KeyError) as eg:
        print('others', eg.exceptions)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled())
            await asyncio.sleep(0)
            raise OSError('body')
    except ExceptionGroup as eg:
        print(eg.message, eg.exceptions)

asyncio.run(main())
