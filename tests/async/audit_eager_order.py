# Eager and plain tasks beside each other; what an eager task creates is eager too.
import asyncio

log = []


async def work(name, n):
    log.append(f'{name}0')
    for i in range(1, n):
        await asyncio.sleep(0)
        log.append(f'{name}{i}')


async def parent():
    log.append('p')
    child = asyncio.create_task(work('c', 2))
    log.append('q')
    await child
    log.append('r')


async def main():
    loop = asyncio.get_running_loop()
    plain = asyncio.create_task(work('x', 3))
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log.append, 'soon')
    a = asyncio.create_task(work('a', 3))
    b = asyncio.create_task(parent())
    await asyncio.gather(plain, a, b)
    print(' '.join(log))

asyncio.run(main())
