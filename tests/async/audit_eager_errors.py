# An eager task that fails at once, or raises SystemExit while it starts.
import asyncio


async def fail(error):
    raise error


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.set_exception_handler(lambda loop, context: None)
    task = asyncio.create_task(fail(ValueError('early')))
    print(task.done(), repr(task.exception()))
    try:
        asyncio.create_task(fail(SystemExit(3)))
    except SystemExit as error:
        print('out', error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(KeyError('k')))
            print('body goes on')
            await asyncio.sleep(0)
            print('not here')
    except* KeyError as error:
        print(error.exceptions)
    results = await asyncio.gather(fail(ValueError('g')), asyncio.sleep(0, 'ok'), return_exceptions=True)
    print(results)

asyncio.run(main())
