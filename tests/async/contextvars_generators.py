# A generator shares the context of whoever steps it.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='default')


async def agen():
    for _ in range(3):
        yield var.get()
        var.set('set by the generator')


async def step(gen, value):
    var.set(value)
    got = await anext(gen)
    return got, var.get()


async def main():
    gen = agen()
    print(await asyncio.create_task(step(gen, 'a')))
    print(await asyncio.create_task(step(gen, 'b')))
    print(await step(gen, 'c'))
    print(var.get())
    await gen.aclose()

asyncio.run(main())
