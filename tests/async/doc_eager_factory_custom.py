# A factory of tasks of one's own class, made eager.
import asyncio


class Named(asyncio.Task):
    pass


async def quick():
    return asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(Named))
    task = asyncio.create_task(quick(), name='q')
    print(type(task).__name__, task.done(), task.result())
    loop.set_task_factory(None)
    task = asyncio.create_task(quick(), name='r')
    print(type(task).__name__, task.done(), await task)

asyncio.run(main())
