# repr of tasks in every state.
import asyncio


def show(task):
    print(repr(task).replace(__file__, 'FILE'))


async def value():
    await asyncio.sleep(0)
    return 'v'


async def fails():
    raise ValueError('f')


async def parked(fut):
    await fut


async def main():
    fut = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(value(), name='a')
    b = asyncio.create_task(fails(), name='b')
    c = asyncio.create_task(parked(fut), name='c')
    d = asyncio.create_task(value(), name='d')
    show(a)
    await asyncio.sleep(0)
    show(a)
    show(c)
    d.cancel()
    show(d)
    await asyncio.wait([a, b, d])
    show(a)
    show(b)
    show(d)
    c.add_done_callback(show)
    c.cancel()
    show(c)
    await asyncio.wait([c])
    b.exception()

asyncio.run(main())
