"""Random programs of tasks: what runs when, what is cancelled, and what each one gets."""
# test: heavy
import asyncio
import contextvars

from _drive import drive

variable = contextvars.ContextVar("variable", default=0)


class World:
    """What the tasks of one program share."""

    def __init__(self, r):
        self.r, self.log, self.tasks, self.budget = r, [], [], 40
        self.lock, self.event, self.queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue(r.randrange(1, 3))
        self.semaphore, self.condition = asyncio.Semaphore(2), asyncio.Condition()
        self.futures = [asyncio.get_running_loop().create_future() for _ in range(3)]

    def note(self, *words):
        self.log.append(" ".join(map(str, words)))

    def spawn(self, depth):
        name = f"t{len(self.tasks)}"
        task = asyncio.create_task(worker(self, name, depth), name=name)
        self.tasks.append(task)
        if self.r.random() < 0.3:
            task.add_done_callback(lambda t: self.note("done", t.get_name(), t.cancelled()))
        return task


async def leaf(w, name):
    for _ in range(w.r.randrange(3)):
        await asyncio.sleep(0)
    if w.r.random() < 0.15:
        raise ValueError(name)
    return name


async def patience(awaitable, turns=25):
    """The result, unless it takes too many turns of the loop: as wait_for, but without a clock."""
    task = asyncio.ensure_future(awaitable)
    try:
        for _ in range(turns):
            if task.done():
                break
            await asyncio.sleep(0)
    finally:
        if not task.done():
            task.cancel("too long")
    return await task


async def numbers(w, name):
    try:
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    finally:
        w.note(name, "closes")


async def step(w, name, depth):
    r = w.r
    kind = r.randrange(24)
    if kind < 4:
        await asyncio.sleep(0)
    elif kind == 4:
        async with w.lock:
            w.note(name, "locked")
            await asyncio.sleep(0)
    elif kind == 5:
        w.event.set() if r.random() < 0.5 else w.event.clear()
    elif kind == 6:
        await (patience(w.event.wait()) if r.random() < 0.6 else asyncio.wait_for(w.event.wait(), 0))
    elif kind == 7:
        await patience(w.queue.put(name))
    elif kind == 8:
        w.note(name, "got", await patience(w.queue.get()))
    elif kind == 9 and w.tasks:
        task = r.choice(w.tasks)
        w.note(name, "cancels", task.get_name(), task.cancel(r.choice((None, "why"))))
    elif kind == 10 and depth:
        w.spawn(depth - 1)
    elif kind == 11 and depth:
        results = await asyncio.gather(leaf(w, name), leaf(w, name + "b"), w.spawn(depth - 1), return_exceptions=r.random() < 0.6)
        w.note(name, "gathered", [repr(x) for x in results])
    elif kind == 12 and depth:
        done, waiting = await asyncio.wait([w.spawn(depth - 1), w.spawn(0)], return_when=r.choice(("FIRST_COMPLETED", "ALL_COMPLETED", "FIRST_EXCEPTION")))
        w.note(name, "waited", sorted(t.get_name() for t in done), len(waiting))
    elif kind == 13 and depth:
        async with asyncio.TaskGroup() as group:
            for n in range(2):
                group.create_task(leaf(w, f"{name}g{n}"))
            await leaf(w, name)
    elif kind == 14:
        future = r.choice(w.futures)
        if not future.done():
            future.set_result(name) if r.random() < 0.8 else future.cancel()
    elif kind == 15:
        future = r.choice(w.futures)
        w.note(name, "future", await asyncio.shield(future) if future.done() else future.done())
    elif kind == 16:
        async with asyncio.timeout(r.choice((0, None, 5))):
            await leaf(w, name)
    elif kind == 17:
        asyncio.get_running_loop().call_soon(w.note, "soon from", name)
    elif kind == 18:
        variable.set(variable.get() + 1)
        w.note(name, "variable", variable.get())
    elif kind == 19:
        values = numbers(w, name)
        async for i in values:
            if i == r.randrange(4):
                break
        await values.aclose()
        w.note(name, [i async for i in numbers(w, name + "c") if i])
    elif kind == 20:
        async with w.semaphore:
            await leaf(w, name)
    elif kind == 21:
        async with w.condition:
            w.condition.notify(r.randrange(3))
    elif kind == 22:
        w.note(name, "leaf", await leaf(w, name))
    elif kind == 23 and depth:
        w.note(name, "awaits", await w.spawn(depth - 1))


async def worker(w, name, depth):
    try:
        for _ in range(w.r.randrange(1, 6)):
            if w.budget <= 0:
                break
            w.budget -= 1
            w.note(name, "step")
            await step(w, name, depth)
    except asyncio.CancelledError as error:
        w.note(name, "cancelled", error.args, asyncio.current_task().cancelling())
        if w.r.random() < 0.2:
            return "survived"
        raise
    except Exception as error:
        w.note(name, "fails", repr(error))
        if w.r.random() < 0.3:
            raise
    finally:
        w.note(name, "ends")
    return name


async def program(r):
    w = World(r)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: w.note("handler", context["message"].split(" at 0x")[0]))
    for _ in range(3):
        w.spawn(2)
    for _ in range(300):
        await asyncio.sleep(0)
    w.event.set()
    for task in list(w.tasks):
        task.cancel("end")
    results = await asyncio.gather(*w.tasks, return_exceptions=True)
    w.note([repr(x) for x in results])
    return "; ".join(w.log)


def case(r):
    return asyncio.run(program(r))


drive(case)
