# Exceptions pass through awaits with try, finally, context and cause.
import asyncio


async def level3():
    await asyncio.sleep(0)
    raise KeyError('deep')


async def level2():
    try:
        await level3()
    finally:
        print('level2 finally')


async def level1():
    try:
        await level2()
    except KeyError as exc:
        await asyncio.sleep(0)
        raise ValueError('translated') from exc


async def main():
    try:
        await level1()
    except ValueError as exc:
        print(repr(exc), repr(exc.__cause__), exc.__suppress_context__)
        names = []
        tb = exc.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(names)
    task = asyncio.create_task(level1())
    try:
        await task
    except ValueError as exc:
        print(exc is task.exception())

asyncio.run(main())
