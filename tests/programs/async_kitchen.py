# Coroutines: a kitchen with cooks, queues, timeouts and cancellation.
import asyncio


async def cook(name, minutes, log):
    log.append(f"{name} starts")
    await asyncio.sleep(minutes / 100)
    log.append(f"{name} ready")
    return name.upper()


async def kitchen():
    log = []
    dishes = await asyncio.gather(cook("soup", 3, log), cook("salad", 1, log), cook("bread", 2, log))
    print(dishes, log)


async def producer(queue, n):
    for i in range(n):
        await queue.put(f"order {i}")
        await asyncio.sleep(0)
    await queue.put(None)


async def consumer(queue):
    served = []
    while (order := await queue.get()) is not None:
        served.append(order)
        queue.task_done()
    return served


async def counter(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


class Table:
    async def __aenter__(self):
        print("table reserved")
        return self

    async def __aexit__(self, kind, error, trace):
        print("table cleared", kind and kind.__name__)
        return kind is ValueError


async def failing():
    await asyncio.sleep(0)
    raise RuntimeError("burnt")


async def main():
    await kitchen()
    queue = asyncio.Queue(maxsize=2)
    _, served = await asyncio.gather(producer(queue, 4), consumer(queue))
    print(served)
    print([i async for i in counter(5) if i % 2 == 0], {i: i * i async for i in counter(3)})
    async with Table() as table:
        print(type(table).__name__)
        raise ValueError("spilled")
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError as error:
        print("timeout", repr(error))
    task = asyncio.create_task(asyncio.sleep(10), name="nap")
    await asyncio.sleep(0)
    task.cancel("wake up")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", task.cancelled(), task.get_name(), error.args)
    print(await asyncio.gather(failing(), cook("tea", 0, []), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            late = group.create_task(asyncio.sleep(10))
    except* RuntimeError as group:
        print(group.exceptions, late.cancelled())
    lock, total = asyncio.Lock(), 0

    async def add():
        nonlocal total
        async with lock:
            before = total
            await asyncio.sleep(0)
            total = before + 1

    async with asyncio.TaskGroup() as group:
        for _ in range(10):
            group.create_task(add())
    print(total)
    event = asyncio.Event()

    async def waiter(n):
        await event.wait()
        return n

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)
    for future in asyncio.as_completed([cook("b", 2, []), cook("a", 0, [])]):
        print(await future)
    semaphore = asyncio.Semaphore(2)
    running = peak = 0

    async def limited():
        nonlocal running, peak
        async with semaphore:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("peak", peak)
    return "bill paid"


print(asyncio.run(main()))
try:
    asyncio.run(failing())
except RuntimeError as error:
    print(error)
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
