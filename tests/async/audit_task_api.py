# Everything of Task that needs no stack.
import asyncio
import contextvars


async def value():
    await asyncio.sleep(0)
    return 1


async def main():
    context = contextvars.copy_context()
    coro = value()
    task = asyncio.create_task(coro, name='n', context=context)
    print(task.get_name(), task.get_coro() is coro, task.get_context() is context, task.get_loop() is asyncio.get_running_loop())
    print(task.done(), task.cancelled(), task.cancelling(), task.uncancel(), task.cancelling())
    for method in ('result', 'exception'):
        try:
            getattr(task, method)()
        except asyncio.InvalidStateError as error:
            print(error)
    for method, argument in (('set_result', 1), ('set_exception', ValueError())):
        try:
            getattr(task, method)(argument)
        except RuntimeError as error:
            print(error)
    task.set_name(17)
    print(repr(task.get_name()), await task, task.result(), task.exception(), task.cancel())
    print(task.remove_done_callback(print), asyncio.Task[int], asyncio.Future[str])

asyncio.run(main())
