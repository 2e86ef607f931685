# current_task, all_tasks, names and contexts while an eager task starts.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


async def child():
    task = asyncio.current_task()
    print(task.get_name(), task in asyncio.all_tasks(), var.get())
    var.set('child')
    await asyncio.sleep(0)
    print(asyncio.current_task() is task, var.get())


async def main():
    asyncio.current_task().set_name('main')
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    var.set('main')
    task = asyncio.create_task(child(), name='kid')
    print(asyncio.current_task().get_name(), var.get())
    await task
    print(var.get())
    asyncio.create_task(child(), name='own', context=contextvars.Context())
    await asyncio.sleep(0)

asyncio.run(main())
