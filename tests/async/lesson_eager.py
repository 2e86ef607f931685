# Eager tasks and task factories.
import asyncio


async def cached(hit):
    print("body", hit)
    if not hit:
        await asyncio.sleep(0)
    return hit


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(cached(True))
    print("created", t.done(), t)
    u = asyncio.create_task(cached(False))
    print("created", u.done())
    print(await asyncio.gather(t, u, cached(True)))
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(cached(True))
        print("in group", a.done())
    loop.set_task_factory(None)
    v = asyncio.create_task(cached(True))
    print("lazy", v.done(), loop.get_task_factory())
    await v

    class MyTask(asyncio.Task):
        pass
    factory = asyncio.create_eager_task_factory(MyTask)
    loop.set_task_factory(factory)
    w = asyncio.create_task(cached(False), name="w")
    print(type(w).__name__, w)
    await w

    def factory2(loop, coro, **kw):
        print("factory", coro.__qualname__, kw)
        return asyncio.Task(coro, loop=loop, **kw)
    loop.set_task_factory(factory2)
    await asyncio.create_task(cached(True), name="named")
    await asyncio.wait_for(cached(True), 1)
    try:
        loop.set_task_factory(1)
    except TypeError as e:
        print(e)


asyncio.run(main())
