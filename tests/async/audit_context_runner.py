# Runner.run keeps one context over its runs; run(context=) uses another.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default=0)


async def add():
    var.set(var.get() + 1)
    return var.get()

with asyncio.Runner() as runner:
    print(runner.run(add()), runner.run(add()), var.get())
    own = contextvars.copy_context()
    print(runner.run(add(), context=own), own[var], runner.run(add()))
