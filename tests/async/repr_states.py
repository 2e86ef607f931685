# What the objects of asyncio look like in each of their states.
import asyncio, re, threading, contextvars, functools, sys, os, socket, types


def P(*values):
    """Prints reprs without what differs from run to run, and without the places of the library."""
    for value in values:
        text = value if isinstance(value, str) else repr(value)
        text = re.sub("0x[0-9a-f]+|(?<=[pf][id]d=)\\d+|(?<=[pf]d=)\\d+|(?<=<Process )\\d+|(?<=when=)[\\d.]+|\\(\\'127[^)]*\\)", '...', text)
        text = re.sub('at (<frozen [\\w.]+>|\\S*/lib/python\\S*):\\d+', 'at LIBRARY', text)
        print(re.sub('[^ (]*/(\\w+\\.py)', '\\1', text))


class C:
    async def meth(self):
        await asyncio.sleep(0)

    def cb(self, *a, **k):
        pass

    def __call__(self):
        pass


async def w(n=0):
    await asyncio.sleep(n)


async def ag():
    yield 1
    yield 2


def g():
    yield 1


@types.coroutine

def tc():
    yield


async def main():
    loop = asyncio.get_running_loop()
    P(loop, asyncio.current_task(), asyncio.get_event_loop_policy())
    t = asyncio.create_task(w(5))
    P(t)
    await asyncio.sleep(0)
    P(t)
    t.cancel()
    P(t)
    try:
        await t
    except asyncio.CancelledError as e:
        P(e)
    P(t, t.get_coro(), t.get_name(), t.get_context(), t.get_stack())
    t = asyncio.create_task(w(), name='my name')
    await t
    P(t)

    async def r():
        return {'a': 'x' * 300}
    t = asyncio.create_task(r())
    await t
    P(t)

    async def bad():
        raise ValueError('msg')
    t = asyncio.create_task(bad())
    try:
        await t
    except ValueError:
        pass
    P(t)
    t = asyncio.create_task(C().meth())
    P(t)
    await t
    t = asyncio.create_task(w())
    t.add_done_callback(C().cb)
    t.add_done_callback(functools.partial(C().cb, end=''))
    t.add_done_callback(lambda f: None)
    t.add_done_callback(C().cb)
    P(t)
    await t
    f = loop.create_future()
    P(f)
    f.add_done_callback(print)
    P(f)
    f.add_done_callback(P)
    P(f)
    f.add_done_callback(P)
    P(f)
    f.set_result([1])
    P(f)
    f = loop.create_future()
    f.set_exception(KeyError('k'))
    P(f, f.exception())
    f = loop.create_future()
    f.cancel('why')
    P(f)
    try:
        await f
    except asyncio.CancelledError as e:
        P(e, e.args)
    for h in (loop.call_soon(print, 1, 'a'), loop.call_soon(C().cb, 1), loop.call_soon(functools.partial(print, 1, end=''), 2), loop.call_soon(C()), loop.call_soon(lambda: None), loop.call_soon(print, 'x' * 300), loop.call_soon(P)):
        P(h)
        h.cancel()
        P(h)
    h = loop.call_later(100, print)
    P(h)
    h.cancel()
    P(h, h.cancelled())
    P(h.when() > 0)
    for L in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore):
        P(L())
    l = asyncio.Lock()
    await l.acquire()
    P(l)
    ts = [asyncio.create_task(l.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    P(l)
    l.release()
    await ts[0]
    P(l)
    l.release()
    await ts[1]
    l.release()
    P(l)
    e = asyncio.Event()
    t = asyncio.create_task(e.wait())
    await asyncio.sleep(0)
    P(e)
    P(t)
    e.set()
    P(e)
    await t
    c = asyncio.Condition(l)
    P(c)

    async def cw():
        async with c:
            await c.wait()
    t = asyncio.create_task(cw())
    await asyncio.sleep(0)
    P(c)
    async with c:
        P(c)
        c.notify()
    await t
    s = asyncio.Semaphore(2)
    await s.acquire()
    P(s)
    await s.acquire()
    P(s)
    t = asyncio.create_task(s.acquire())
    await asyncio.sleep(0)
    P(s)
    s.release()
    await t
    b = asyncio.Barrier(2)
    P(b)
    t = asyncio.create_task(b.wait())
    await asyncio.sleep(0)
    P(b)
    await b.abort()
    P(b)
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        P(e)
    await b.reset()
    P(b)
    for Q in (asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        q = Q(2)
        P(q)
        q.put_nowait(1)
        q.put_nowait(2)
        P(q, str(q))
        t = asyncio.create_task(q.put(3))
        await asyncio.sleep(0)
        P(q)
        q.get_nowait()
        await t
        P(q)
        q = Q()
        t = asyncio.create_task(q.get())
        await asyncio.sleep(0)
        P(q)
        q.put_nowait(1)
        await t
        P(q)
        q.task_done()
        P(q)
    P(w, ag, g, tc, C.meth, C().meth, ag(), g(), tc())
    co = w()
    P(co, co.cr_frame, co.cr_running, co.cr_await, co.cr_origin, co.cr_code)
    co.close()
    P(co, co.cr_frame)
    a = ag()
    P(a.__anext__(), a.asend(None), a.athrow(ValueError), a.aclose(), a.__aiter__() is a, a.ag_frame, a.ag_running, a.ag_await)
    P(type(a.__anext__()), type(co.__await__()) if 0 else '', w.__code__.co_flags, ag.__code__.co_flags)
    P(asyncio.timeout(None), asyncio.timeout(5).__class__, asyncio.TaskGroup())
    async with asyncio.timeout(100) as tm:
        P(tm)
    P(tm)
    try:
        async with asyncio.timeout(0) as tm:
            await asyncio.sleep(1)
    except TimeoutError as e:
        P(e, tm)
    async with asyncio.TaskGroup() as tg:
        P(tg)
        tg.create_task(w())
        tg.create_task(w())
        P(tg)
    P(tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            await asyncio.sleep(1)
    except* ValueError as eg:
        P(eg, tg)
    P(asyncio.Runner())
    P(asyncio.gather(w(), w()))
    P(asyncio.shield(w()))
    pass
    P(asyncio.as_completed([]), asyncio.wrap_future(__import__('concurrent.futures').futures.Future()))
    P(asyncio.StreamReader(), asyncio.Protocol(), asyncio.Transport(), asyncio.BaseTransport(), asyncio.DatagramProtocol(), asyncio.SubprocessProtocol())

    async def srv(r, w):
        P(r, w)
        w.write(b'hi')
        P(w.transport)
        w.close()
        P(w.transport)
    server = await asyncio.start_server(srv, '127.0.0.1', 0)
    P(server)
    P(server.sockets)
    r, ww = await asyncio.open_connection(*server.sockets[0].getsockname())
    P(await r.read(), r, ww.transport, ww.get_extra_info('socket'))
    ww.close()
    await ww.wait_closed()
    P(ww.transport, ww)
    server.close()
    P(server)
    await server.wait_closed()
    P(server.sockets, server)
    p = await asyncio.create_subprocess_exec('cat', stdin=-1, stdout=-1)
    P(p, p._transport, p.stdin, p.stdout)
    print(await p.communicate(b'x'))
    P(p._transport, p.returncode)
    tr, pr = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=('127.0.0.1', 0))
    P(tr)
    tr.close()
    P(tr)
    rr, wp = os.pipe()
    tr, pr = await loop.connect_read_pipe(asyncio.Protocol, os.fdopen(rr, 'rb'))
    P(tr)
    tr.close()
    P(tr)
    tw, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(wp, 'wb'))
    P(tw)
    tw.close()
    P(tw)
    for e in (asyncio.IncompleteReadError(b'ab', 5), asyncio.IncompleteReadError(b'ab', None), asyncio.LimitOverrunError('m', 3), asyncio.QueueFull(), asyncio.InvalidStateError('x'), asyncio.SendfileNotAvailableError(), asyncio.TimeoutError()):
        P(e, str(e), e.args)
    P(asyncio.ALL_COMPLETED, asyncio.Task, asyncio.Future, asyncio.Handle, asyncio.TimerHandle, asyncio.Server, asyncio.StreamReader, asyncio.Queue, asyncio.Lock, asyncio.TaskGroup, asyncio.Timeout, asyncio.run, asyncio.sleep, asyncio.gather, asyncio.create_task, asyncio.get_running_loop, asyncio.current_task, asyncio.wait, asyncio.to_thread)

    async def nested():

        async def inner():
            await asyncio.sleep(3)
        await inner()
    t = asyncio.create_task(nested())
    await asyncio.sleep(0)
    P(t)
    t.print_stack(file=sys.stdout)
    t.cancel()
    await asyncio.wait([t])
    P(t)


asyncio.run(main())
