# Eager tasks beside callbacks and normal tasks.
import asyncio


async def job(name):
    print(name, 1, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print(name, 2, asyncio.current_task().get_name())


async def main():
    loop = asyncio.get_running_loop()
    normal = asyncio.create_task(job('normal'), name='N')
    loop.call_soon(print, 'callback')
    loop.set_task_factory(asyncio.eager_task_factory)
    eager = asyncio.create_task(job('eager'))
    eager.set_name('E')
    print('back in main', asyncio.current_task().get_name())
    await asyncio.gather(normal, eager)
    async with asyncio.TaskGroup() as group:
        group.create_task(job('grouped'), name='G')
        print('body')

asyncio.run(main())
