# Each primitive of synchronisation with its errors and reprs.
import asyncio
async def main():
    lock = asyncio.Lock()
    print(lock.locked(), str(lock)[:5])
    async def w(n, order):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
    order = []
    await asyncio.gather(*(w(i, order) for i in range(4)))
    print(order)
    try: lock.release()
    except RuntimeError as e: print(e)
    cond = asyncio.Condition()
    items = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print(n, items.pop())
    cs = [asyncio.create_task(consumer(i)) for i in range(2)]
    await asyncio.sleep(0)
    async with cond:
        items += ['x', 'y']; cond.notify_all()
    await asyncio.gather(*cs)
    try: cond.notify()
    except RuntimeError as e: print(e)
    try: await cond.wait()
    except RuntimeError as e: print(e)
    b = asyncio.Barrier(3)
    async def party(i):
        try:
            async with b as pos:
                return i, pos
        except asyncio.BrokenBarrierError as e:
            return 'broken'
    print(sorted(await asyncio.gather(*(party(i) for i in range(3)))), b.parties, b.n_waiting, b.broken)
    t = asyncio.create_task(party(1)); await asyncio.sleep(0); await b.abort(); print(await t, b.broken); await b.reset(); print(b.broken)
    s = asyncio.BoundedSemaphore(1)
    try: s.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    try: asyncio.Barrier(0)
    except ValueError as e: print(e)
    ev = asyncio.Event()
    ws = [asyncio.create_task(ev.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    import re
    show = lambda o: print(re.sub('0x[0-9a-f]+', '0x', repr(o)))
    show(ev); ev.set(); show(ev); await asyncio.gather(*ws); ev.clear()
    for o in (lock, cond, b, s, asyncio.Queue(3), asyncio.PriorityQueue(), asyncio.LifoQueue()): show(o)
    q = asyncio.Queue(1); q.put_nowait(1); 
    p = asyncio.create_task(q.put(2)); await asyncio.sleep(0); show(q)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print(repr(e))
    q.get_nowait(); await p; q.get_nowait()
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q.task_done(); q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    pq = asyncio.PriorityQueue()
    for x in [(3, 'c'), (1, 'a'), (2, 'b')]: pq.put_nowait(x)
    print([pq.get_nowait()[1] for _ in range(3)])
asyncio.run(main())
