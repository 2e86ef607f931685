# A task factory sees every task of the loop.
import asyncio


async def child():
    return 'r'


def factory(loop, coro, **kwargs):
    print('factory', coro.__name__, sorted(kwargs))
    return asyncio.Task(coro, loop=loop, **kwargs)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(child(), name='named')
    print(task.get_name(), await task)
    print(await asyncio.gather(child(), child()))
    loop.set_task_factory(None)
    print(await asyncio.create_task(child()))
    try:
        loop.set_task_factory(1)
    except TypeError as exc:
        print(exc)

asyncio.run(main())
