# A failing child cancels its siblings and the body; the errors come as a group.
import asyncio


async def fails():
    await asyncio.sleep(0)
    raise ValueError('child')


async def sibling():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('sibling cancelled')
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            s = group.create_task(sibling())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print('body cancelled')
                raise
    except ExceptionGroup as group_error:
        print(repr(group_error), group_error.__cause__, group_error.__context__)
    print(s.cancelled(), asyncio.current_task().cancelling())

asyncio.run(main())
