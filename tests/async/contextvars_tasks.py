# A task gets a copy of its creator's context; its changes stay inside.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default=0)


async def child(name):
    print(name, 'begins with', var.get())
    var.set(var.get() + 100)
    await asyncio.sleep(0)
    print(name, 'ends with', var.get())


async def called():
    var.set('set by a plain await')


async def main():
    var.set(1)
    a = asyncio.create_task(child('a'))
    var.set(2)
    b = asyncio.create_task(child('b'))
    await asyncio.gather(a, b, child('c'))
    print('main', var.get())
    await called()
    print('main', var.get())

asyncio.run(main())
print('outside', var.get())
