"""asyncio in earnest: producers and consumers, a rate limiter, retries, pub/sub, actors, a pool, a chat server on loopback, an event bus."""
import asyncio, contextlib, functools, itertools, random, sys, time, logging, collections, contextvars
from dataclasses import dataclass, field

async def producer(q, name, n):
    for i in range(n): await q.put((name, i)); await asyncio.sleep(0)
async def consumer(q, out):
    while True:
        item = await q.get()
        try: out.append(item)
        finally: q.task_done()
async def queues():
    q, out = asyncio.Queue(2), []
    workers = [asyncio.create_task(consumer(q, out), name=f'c{i}') for i in range(2)]
    await asyncio.gather(*(producer(q, n, 3) for n in 'ab')); await q.join()
    for w in workers: w.cancel()
    r = await asyncio.gather(*workers, return_exceptions=True); print(out, r)
    pq = asyncio.PriorityQueue(); [pq.put_nowait((-i % 3, i)) for i in range(5)]; print([pq.get_nowait() for _ in range(5)])
    try: pq.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))

class RateLimiter:
    def __init__(self, n, clock): self.tokens, self.n, self.clock, self.waiters = n, n, clock, collections.deque()
    async def __aenter__(self):
        while self.tokens <= 0:
            f = asyncio.get_running_loop().create_future(); self.waiters.append(f); await f
        self.tokens -= 1; return self
    async def __aexit__(self, *exc): return False
    def refill(self):
        self.tokens = self.n
        while self.waiters: self.waiters.popleft().set_result(None)
async def limited():
    rl, log = RateLimiter(2, None), []
    async def work(i):
        async with rl: log.append(i)
    ts = [asyncio.create_task(work(i)) for i in range(5)]
    for tick in range(3): await asyncio.sleep(0); await asyncio.sleep(0); log.append('|'); rl.refill()
    await asyncio.gather(*ts); print(log)

def retry(times, *exceptions, delay=0):
    def deco(f):
        @functools.wraps(f)
        async def inner(*a, **k):
            for n in itertools.count(1):
                try: return await f(*a, **k)
                except exceptions as e:
                    print(f'attempt {n} of {f.__name__}: {type(e).__name__} {e}')
                    if n == times: raise RuntimeError('gave up') from e
                    await asyncio.sleep(delay * 2 ** n)
        return inner
    return deco
calls = itertools.count()
@retry(3, ConnectionError, TimeoutError)
async def flaky(ok_at):
    n = next(calls)
    if n < ok_at: raise ConnectionResetError(f'n={n}')
    return n

class Bus:
    def __init__(self): self.subs = collections.defaultdict(list)
    def on(self, topic):
        def deco(f): self.subs[topic].append(f); return f
        return deco
    async def emit(self, topic, *a):
        async with asyncio.TaskGroup() as tg:
            ts = [tg.create_task(f(*a)) for f in self.subs[topic]]
        return [t.result() for t in ts]
bus = Bus()
@bus.on('add')
async def one(x, y): await asyncio.sleep(0.001); return x + y
@bus.on('add')
async def two(x, y): return f'{x}{y}'
@bus.on('bad')
async def three(): raise KeyError('three')
@bus.on('bad')
async def four():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e: print('four cancelled', e.args); raise
@bus.on('bad')
async def five(): raise ValueError('five')

class Actor:
    def __init__(self): self.box = asyncio.Queue(); self.state = 0; self.task = asyncio.create_task(self.run())
    async def run(self):
        while (msg := await self.box.get()) is not None:
            match msg:
                case 'inc', int(n): self.state += n
                case 'get', asyncio.Future() as f: f.set_result(self.state)
                case other: print('what?', other)
        return 'stopped'
    async def ask(self): f = asyncio.get_running_loop().create_future(); await self.box.put(('get', f)); return await f

async def chat():
    members, log = {}, []
    async def serve(reader, writer):
        name = (await reader.readline()).decode().strip(); members[name] = writer
        try:
            while line := await reader.readline():
                log.append((name, line))
                for n, w in sorted(members.items()):
                    if n != name: w.write(f'{name}: '.encode() + line); await w.drain()
        finally: del members[name]; writer.close()
    server = await asyncio.start_server(serve, '127.0.0.1', 0); port = server.sockets[0].getsockname()[1]
    conns = {}
    for n in ('ann', 'bob'):
        r, w = await asyncio.open_connection('127.0.0.1', port); w.write(f'{n}\n'.encode()); await w.drain(); conns[n] = r, w
        while n not in members: await asyncio.sleep(0.001)
    conns['ann'][1].write(b'hi\nall\n'); print(await conns['bob'][0].readline(), await conns['bob'][0].readuntil(b'\n'))
    conns['bob'][1].write(b'yo\n'); print(await conns['ann'][0].readexactly(8))
    for r, w in conns.values(): w.close(); await w.wait_closed()
    while members: await asyncio.sleep(0.001)
    server.close(); await server.wait_closed(); print(log, server.is_serving())

var = contextvars.ContextVar('var', default='none')
@contextlib.asynccontextmanager
async def span(name):
    token = var.set(name); print('>', name)
    try: yield name
    except ValueError as e: print('swallowed', e)
    finally: var.reset(token); print('<', name, var.get())
async def ticker(n):
    try:
        for i in range(n): yield i; await asyncio.sleep(0)
    finally: print('ticker closed')

async def main():
    await queues(); await limited()
    print(await flaky(2))
    try: await flaky(99)
    except RuntimeError as e: print(repr(e), repr(e.__cause__))
    print(await bus.emit('add', 1, 2))
    try: await bus.emit('bad')
    except* KeyError as g: print('keys', g.exceptions)
    except* ValueError as g: print('values', g.exceptions, g.message)
    a = Actor(); [a.box.put_nowait(('inc', i)) for i in range(4)]; a.box.put_nowait('huh'); print(await a.ask()); a.box.put_nowait(None); print(await a.task)
    await chat()
    async with span('outer'):
        async with span('inner'): raise ValueError('x')
        await asyncio.gather(*(asyncio.to_thread(lambda: print('thread', var.get())) for _ in range(1)))
    async with contextlib.aclosing(ticker(5)) as t:
        async for i in t:
            if i == 2: break
    print([i async for i in ticker(2)])
    sem, active, peak = asyncio.Semaphore(2), 0, 0
    async def job(i):
        nonlocal active, peak
        async with sem: active += 1; peak = max(peak, active); await asyncio.sleep(0.001); active -= 1; return i * i
    print(await asyncio.gather(*map(job, range(5))), peak)
    try:
        async with asyncio.timeout(0.005): await asyncio.sleep(10)
    except TimeoutError as e: print('timeout', repr(e), repr(e.__cause__))
    try: await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.02, 'late')), 0.001)
    except TimeoutError: print('shielded')
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0, 5)], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending), done.pop().result()); [p.cancel() for p in pending]
    ev, order = asyncio.Event(), []
    async def waiter(i): await ev.wait(); order.append(i)
    ws = [asyncio.ensure_future(waiter(i)) for i in range(3)]; await asyncio.sleep(0); ev.set(); await asyncio.gather(*ws); print(order)
    b = asyncio.Barrier(3)
    async def at(i): async_i = await b.wait(); return async_i
    print(sorted(await asyncio.gather(*(at(i) for i in range(3)))))
    cond, items = asyncio.Condition(), []
    async def take():
        async with cond: await cond.wait_for(lambda: items); return items.pop()
    t = asyncio.create_task(take()); await asyncio.sleep(0)
    async with cond: items.append('it'); cond.notify_all()
    print(await t)
    for c in asyncio.as_completed([asyncio.sleep(0.01, 'b'), asyncio.sleep(0, 'a')]): print(await c)
asyncio.run(main())
