# With the eager factory a task runs inside create_task up to its first wait.
import asyncio


async def child(name, waits):
    print(name, 'begins')
    if waits:
        await asyncio.sleep(0)
        print(name, 'goes on')
    return name


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    a = asyncio.create_task(child('a', False))
    print('a done:', a.done())
    b = asyncio.create_task(child('b', True))
    print('b done:', b.done())
    print(await a, await b)
    print(await asyncio.gather(child('c', False), child('d', True)))
    g = asyncio.gather(child('e', False), child('f', False))
    print('gather done:', g.done())
    print(await g)

asyncio.run(main())
