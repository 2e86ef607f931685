# except* takes the errors of a group's tasks apart.
import asyncio


async def broken(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(broken(OSError('disk')))
            group.create_task(broken(ValueError('form')))
            group.create_task(asyncio.sleep(100))
    except* OSError as errors:
        print('system:', errors.exceptions)
    except* ValueError as errors:
        print('values:', errors.exceptions)

asyncio.run(main())
