# A Runner keeps its loop and its context from run to run.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


async def setter(value):
    before = var.get()
    var.set(value)
    return before, id(asyncio.get_running_loop())


with asyncio.Runner() as runner:
    a, first = runner.run(setter('one'))
    b, second = runner.run(setter('two'))
    print(a, b, first == second, var.get())
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed(), asyncio.get_event_loop() is loop)
    try:
        runner.run(7)
    except ValueError as exc:
        print(exc)
print(loop.is_closed())
for method in (runner.get_loop, runner.__enter__):
    try:
        method()
    except RuntimeError as exc:
        print(exc)
runner.close()
