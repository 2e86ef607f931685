# debug, loop_factory and a context of one's own.
import asyncio
import contextvars

var = contextvars.ContextVar('var')


async def show():
    return var.get('unset'), asyncio.get_running_loop().get_debug()

made = []


def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]

context = contextvars.copy_context()
context.run(var.set, 'mine')
with asyncio.Runner(debug=True, loop_factory=factory) as runner:
    print(runner.run(show(), context=context), runner.run(show()))
print(len(made), made[0].is_closed())
print(asyncio.run(show(), debug=False), asyncio.run(show(), loop_factory=factory), len(made))
