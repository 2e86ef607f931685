# What the reprs and the errors of locks, events, conditions, semaphores and barriers say.
import asyncio


async def download(sem, i, active, peak):
    async with sem:
        active.append(i)
        peak[0] = max(peak[0], len(active))
        await asyncio.sleep(0.001 * (i % 3))
        active.remove(i)
        return i


async def main():
    sem = asyncio.Semaphore(3)
    print(sem, sem.locked())
    peak = [0]
    active = []
    print(await asyncio.gather(*(download(sem, i, active, peak) for i in range(10))), peak)
    for _ in range(3):
        await sem.acquire()
    print(sem, sem.locked())
    waiter = asyncio.create_task(sem.acquire())
    await asyncio.sleep(0)
    print(sem)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        pass
    print(sem)
    sem.release()
    print(sem)
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    lock = asyncio.Lock()
    print(lock)
    async with lock:
        print(lock, lock.locked())
        w = [asyncio.create_task(lock.acquire()) for _ in range(2)]
        await asyncio.sleep(0)
        print(lock)
        for t in w:
            t.cancel()
    await asyncio.gather(*w, return_exceptions=True)
    print(lock)
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    ev = asyncio.Event()
    t = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    print(ev, t.done())
    ev.set()
    print(ev, ev.is_set(), await t)
    ev.clear()
    print(ev)
    c = asyncio.Condition()
    print(c)
    try:
        c.notify()
    except RuntimeError as e:
        print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    async with c:
        print(c)
    try:
        asyncio.Condition(lock="x")
        with c:
            pass
    except (TypeError, AttributeError) as e:
        print(type(e), e)
    bar = asyncio.Barrier(3)
    print(bar, bar.parties, bar.n_waiting, bar.broken)
    print(sorted(await asyncio.gather(*(bar.wait() for _ in range(3)))))
    ts = [asyncio.create_task(bar.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(bar, bar.n_waiting)
    await bar.abort()
    print(bar, await asyncio.gather(*ts, return_exceptions=True))
    await bar.reset()
    print(bar)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
    async with asyncio.Barrier(1) as pos:
        print("position", pos)


asyncio.run(main())
