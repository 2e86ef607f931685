# create_task(context=) shares a context instead of copying it.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='default')


async def child(value):
    print('before', var.get())
    var.set(value)


async def main():
    context = contextvars.copy_context()
    await asyncio.create_task(child('first'), context=context)
    await asyncio.create_task(child('second'), context=context)
    print(context[var], var.get())
    async with asyncio.TaskGroup() as group:
        group.create_task(child('third'), context=context)
    task = asyncio.create_task(asyncio.sleep(0), context=context)
    print(context[var], task.get_context() is context)
    await task

asyncio.run(main())
