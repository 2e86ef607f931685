# Groups, races and a nursery: no task is left behind.
import asyncio


async def child(name, delay, fail=None):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise fail
        print(name, "done")
        return name
    except asyncio.CancelledError as e:
        print(name, "cancelled", e.args)
        raise
    finally:
        print(name, "cleanup")


async def race(*coros):
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(c) for c in coros]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for t in tasks:
            if t in pending:
                t.cancel()
    return done.pop().result()


class Nursery:
    def __init__(self):
        self.tasks = set()

    async def __aenter__(self):
        return self

    def start_soon(self, coro):
        t = asyncio.ensure_future(coro)
        self.tasks.add(t)
        t.add_done_callback(self.tasks.discard)
        return t

    async def __aexit__(self, et, e, tb):
        if et:
            for t in self.tasks:
                t.cancel()
        while self.tasks:
            await asyncio.wait(list(self.tasks))


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(child("a", 0.01))
        b = tg.create_task(child("b", 0))
        print(tg)
    print(tg, a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child("c", 0, ValueError("c failed")))
            tg.create_task(child("d", 0, TypeError("d failed")))
            tg.create_task(child("e", 10))
    except* ValueError as eg:
        print("values:", eg, eg.exceptions)
    except* TypeError as eg:
        print("types:", eg.exceptions)
    print(await race(child("slow", 5), child("fast", 0.001), child("slower", 6)))
    async with Nursery() as n:
        n.start_soon(child("n1", 0.002))
        n.start_soon(child("n2", 0.001))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child("f", 10))
            await asyncio.sleep(0)
            raise KeyError("body")
    except BaseExceptionGroup as eg:
        print(repr(eg), eg.message)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(child("g", 10))
    except TimeoutError:
        print("timeout around the group")
    try:
        tg.create_task(late := child("late", 0))
    except RuntimeError as e:
        print(e)
        late.close()


asyncio.run(main())
