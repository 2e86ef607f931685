# Each name of asyncio.__all__ on Linux, used.
import asyncio as a
import os
import socket
import sys
import threading
import warnings

warnings.simplefilter('ignore', DeprecationWarning)
print(a.__all__)
USED = {}


def use(*names):
    def keep(f):
        for name in names:
            USED.setdefault(name, []).append(f)
        return f
    return keep


@use('run', 'Runner', 'get_running_loop', '_get_running_loop', '_set_running_loop', 'current_task', 'all_tasks', 'TimeoutError', 'timeout', 'timeout_at', 'Timeout')
def runners():
    async def main():
        loop = a.get_running_loop()
        loop.slow_callback_duration = 1000
        print(loop is a._get_running_loop() is a.get_event_loop(), a.current_task().get_name(), len(a.all_tasks()))
        try:
            async with a.timeout(0) as t:
                await a.sleep(60)
        except a.TimeoutError as exc:
            print(repr(exc), t.expired(), a.TimeoutError is TimeoutError)
        async with a.timeout_at(loop.time() + 60) as t:
            print(isinstance(t, a.Timeout), t.when() > loop.time())
            t.reschedule(None)
            print(t)
        try:
            async with a.Timeout(None) as t:
                print(t)
                t.reschedule(loop.time())
                await a.sleep(60)
        except TimeoutError:
            print(t)
        return 'ran'
    print(a.run(main()), a._get_running_loop())
    with a.Runner(debug=True) as runner:
        print(runner.get_loop().get_debug(), runner.run(main()))
    loop = a.new_event_loop()
    a._set_running_loop(loop)
    print(a.get_running_loop() is loop, a.current_task())
    a._set_running_loop(None)
    loop.close()


@use('get_event_loop_policy', 'set_event_loop_policy', 'DefaultEventLoopPolicy', 'AbstractEventLoopPolicy', 'new_event_loop', 'set_event_loop',
     'get_event_loop', 'SelectorEventLoop', 'BaseEventLoop', 'AbstractEventLoop', 'get_child_watcher', 'set_child_watcher', 'AbstractChildWatcher',
     'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher', 'MultiLoopChildWatcher', 'ThreadedChildWatcher')
def policies():
    class Mine(a.DefaultEventLoopPolicy):
        def new_event_loop(self):
            print('made here')
            return super().new_event_loop()
    a.set_event_loop_policy(Mine())
    print(type(a.get_event_loop_policy()).__name__, isinstance(a.get_event_loop_policy(), a.AbstractEventLoopPolicy))
    loop = a.new_event_loop()
    a.set_event_loop(loop)
    print(a.get_event_loop() is loop, isinstance(loop, a.SelectorEventLoop), isinstance(loop, a.BaseEventLoop), isinstance(loop, a.AbstractEventLoop), loop)
    loop.close()
    print(loop)
    a.set_event_loop(None)
    a.set_event_loop_policy(None)
    loop = a.SelectorEventLoop()
    print(loop.run_until_complete(a.sleep(0, 'slept')))
    loop.close()
    for method in 'get_event_loop', 'new_event_loop', 'get_child_watcher':
        try:
            getattr(a.AbstractEventLoopPolicy(), method)()
        except NotImplementedError as exc:
            print(method, repr(exc))
    for method in 'run_forever', 'time', 'close', 'is_running', 'create_future', 'stop':
        try:
            print(getattr(a.AbstractEventLoop(), method)())
        except NotImplementedError as exc:
            print(method, repr(exc))

    async def child():
        process = await a.create_subprocess_exec('sh', '-c', 'exit 3')
        return await process.wait()
    for make in a.SafeChildWatcher, a.FastChildWatcher, a.PidfdChildWatcher, a.MultiLoopChildWatcher, a.ThreadedChildWatcher:
        watcher = make()
        a.set_child_watcher(watcher)
        with a.Runner() as runner:
            if make in (a.SafeChildWatcher, a.FastChildWatcher, a.MultiLoopChildWatcher):
                watcher.attach_loop(runner.get_loop())
            with watcher:
                print(make.__name__, isinstance(watcher, a.AbstractChildWatcher), a.get_child_watcher() is watcher, watcher.is_active(), runner.run(child()))
        watcher.close()
    a.set_event_loop_policy(None)


@use('Handle', 'TimerHandle')
def handles():
    async def main():
        loop = a.get_running_loop()
        handle = loop.call_soon(print, 'soon')
        timer = loop.call_later(60, print, 'never')
        print(isinstance(handle, a.Handle), isinstance(timer, a.TimerHandle), isinstance(timer, a.Handle), timer.when() > loop.time())
        timer.cancel()
        print(handle, timer.cancelled())
        await a.sleep(0)
        own, at = a.Handle(print, ('own',), loop), a.TimerHandle(5.0, print, ('timer',), loop)
        own._run()
        at._run()
        print(own, at, at < a.TimerHandle(6.0, print, (), loop), at == a.TimerHandle(5.0, print, ('timer',), loop))
    a.run(main())


@use('Future', 'isfuture', 'wrap_future', 'CancelledError', 'InvalidStateError', 'ensure_future', 'iscoroutine', 'iscoroutinefunction')
def futures():
    import concurrent.futures

    async def work(x=1):
        return x

    async def main():
        future = a.Future()
        print(a.isfuture(future), a.isfuture(1), future)
        try:
            future.result()
        except a.InvalidStateError as exc:
            print(repr(exc))
        future.cancel('enough')
        try:
            await future
        except a.CancelledError as exc:
            print(repr(exc), future)
        outer = concurrent.futures.Future()
        wrapped = a.wrap_future(outer)
        outer.set_result(7)
        print(await wrapped, await a.ensure_future(work(8)), await a.ensure_future(wrapped))
        coro = work()
        print(a.iscoroutine(coro), a.iscoroutine(work), a.iscoroutinefunction(work), a.iscoroutinefunction(print))
        await coro
    a.run(main())


@use('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier', 'BrokenBarrierError')
def locks():
    async def main():
        for make in a.Lock, a.Event, a.Condition, a.Semaphore, a.BoundedSemaphore:
            x = make()
            print(make.__name__, repr(x).replace(hex(id(x)), '0x'))
            if make is a.Event:
                x.set()
                print(await x.wait(), x.is_set())
            else:
                async with x:
                    print(x.locked())
        try:
            x.release()
        except ValueError as exc:
            print(exc)
        barrier = a.Barrier(2)
        print(sorted(await a.gather(barrier.wait(), barrier.wait())), barrier.broken)
        await barrier.abort()
        try:
            await barrier.wait()
        except a.BrokenBarrierError as exc:
            print(repr(exc), barrier.broken)
    a.run(main())


@use('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty')
def queues():
    async def main():
        for make in a.Queue, a.PriorityQueue, a.LifoQueue:
            q = make(3)
            for n in 2, 3, 1:
                await q.put(n)
            try:
                q.put_nowait(0)
            except a.QueueFull as exc:
                print(repr(exc), q.full(), q.qsize(), q.maxsize)
            got = [await q.get() for _ in range(3)]
            try:
                q.get_nowait()
            except a.QueueEmpty as exc:
                print(repr(exc), got, q.empty())
            for _ in got:
                q.task_done()
            await q.join()
    a.run(main())


@use('Task', 'create_task', 'sleep', 'gather', 'shield', 'wait', 'wait_for', 'as_completed', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED',
     'TaskGroup', 'run_coroutine_threadsafe', 'to_thread', 'create_eager_task_factory', 'eager_task_factory', '_register_task', '_unregister_task',
     '_enter_task', '_leave_task')
def tasks():
    async def work(n, fail=False):
        await a.sleep(0)
        if fail:
            raise ValueError(n)
        return n

    async def main():
        task = a.create_task(work(1), name='one')
        print(isinstance(task, a.Task), await task, task.get_name())
        print(await a.gather(work(2), a.shield(work(3)), a.wait_for(work(4), 60)))
        print([await x for x in a.as_completed([work(5)])])
        for when in a.FIRST_COMPLETED, a.FIRST_EXCEPTION, a.ALL_COMPLETED:
            done, pending = await a.wait([a.create_task(work(6)), a.create_task(work(7, True))], return_when=when)
            print(when, sorted(str(t.exception()) for t in done), len(pending))
        try:
            async with a.TaskGroup() as group:
                group.create_task(work(8, True))
        except* ValueError as exc:
            print(repr(exc))
        loop = a.get_running_loop()
        print(await a.to_thread(lambda: a.run_coroutine_threadsafe(work(9), loop).result()))
        for factory in a.eager_task_factory, a.create_eager_task_factory(a.Task):
            loop.set_task_factory(factory)

            async def at_once():
                return 10
            task = a.create_task(at_once())
            print(task.done(), await task)
        loop.set_task_factory(None)

        class Foreign(a.Future):
            def done(self):
                return False
        foreign = Foreign()
        a._register_task(foreign)
        print(foreign in a.all_tasks())
        a._unregister_task(foreign)
        print(foreign in a.all_tasks())
        me = a.current_task()
        try:
            a._enter_task(loop, foreign)
        except RuntimeError as exc:
            print('entering', str(exc).split(' ')[0])
        a._leave_task(loop, me)
        print(a.current_task())
        a._enter_task(loop, me)
        print(a.current_task() is me)
    a.run(main())


@use('BaseProtocol', 'Protocol', 'BufferedProtocol', 'DatagramProtocol', 'BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport',
     'AbstractServer', 'Server', 'SendfileNotAvailableError')
def protocols():
    class Echo(a.Protocol):
        def connection_made(self, transport):
            self.transport = transport
            print([isinstance(transport, c) for c in (a.BaseTransport, a.ReadTransport, a.WriteTransport, a.Transport)])

        def data_received(self, data):
            self.transport.write(data.upper())

        def eof_received(self):
            self.transport.close()

    class Into(a.BufferedProtocol):
        def __init__(self):
            self.space, self.got, self.over = bytearray(10), b'', a.get_running_loop().create_future()

        def connection_made(self, transport):
            transport.write(b'hello')
            transport.write_eof()

        def get_buffer(self, hint):
            return self.space

        def buffer_updated(self, n):
            self.got += self.space[:n]

        def connection_lost(self, exc):
            self.over.set_result(self.got)

    class Packets(a.DatagramProtocol):
        def connection_made(self, transport):
            self.got = a.get_running_loop().create_future()

        def datagram_received(self, data, address):
            self.got.set_result(data)

    async def main():
        loop = a.get_running_loop()
        print([issubclass(c, a.BaseProtocol) for c in (Echo, Into, Packets)])
        server = await loop.create_server(Echo, '127.0.0.1', 0)
        print(isinstance(server, a.Server), isinstance(server, a.AbstractServer))
        _, into = await loop.create_connection(Into, *server.sockets[0].getsockname())
        print(await into.over)
        server.close()
        await server.wait_closed()
        transport, packets = await loop.create_datagram_endpoint(Packets, local_addr=('127.0.0.1', 0))
        print(isinstance(transport, a.DatagramTransport))
        transport.sendto(b'packet', transport.get_extra_info('sockname'))
        print(await packets.got)
        transport.close()
        for cls, method in ((a.BaseTransport, 'close'), (a.ReadTransport, 'is_reading'), (a.WriteTransport, 'get_write_buffer_size'),
                            (a.DatagramTransport, 'abort'), (a.AbstractServer, 'close')):
            try:
                print(getattr(cls(), method)())
            except NotImplementedError as exc:
                print(cls.__name__, repr(exc))
        left, right = socket.socketpair()
        left.setblocking(False)
        with open(os.devnull, 'rb') as nothing:
            try:
                print(await loop.sock_sendfile(left, nothing, fallback=False))
            except a.SendfileNotAvailableError as exc:
                print(repr(exc))
        left.close()
        right.close()
    a.run(main())


@use('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server', 'open_unix_connection', 'start_unix_server',
     'IncompleteReadError', 'LimitOverrunError')
def streams():
    import tempfile

    async def handle(reader, writer):
        print(type(reader) is a.StreamReader, type(writer) is a.StreamWriter, isinstance(writer.transport.get_protocol(), a.StreamReaderProtocol))
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    async def talk(reader, writer):
        writer.write(b'line\n')
        print(await reader.readexactly(5))
        try:
            await reader.readexactly(5)
        except a.IncompleteReadError as exc:
            print(repr(exc), exc.partial, exc.expected)
        writer.close()
        await writer.wait_closed()

    async def main():
        async with await a.start_server(handle, '127.0.0.1', 0) as server:
            await talk(*await a.open_connection(*server.sockets[0].getsockname()))
        with tempfile.TemporaryDirectory() as folder:
            async with await a.start_unix_server(handle, folder + '/socket'):
                await talk(*await a.open_unix_connection(folder + '/socket'))
        reader = a.StreamReader(limit=4)
        reader.feed_data(b'much too long')
        try:
            await reader.readuntil(b'!')
        except a.LimitOverrunError as exc:
            print(repr(exc), exc.consumed)
    a.run(main())


@use('create_subprocess_exec', 'create_subprocess_shell', 'SubprocessProtocol', 'SubprocessTransport')
def subprocesses():
    class Watch(a.SubprocessProtocol):
        def __init__(self):
            self.got, self.over = [], a.get_running_loop().create_future()

        def pipe_data_received(self, fd, data):
            self.got.append((fd, data))

        def connection_lost(self, exc):
            self.over.set_result(exc)

    async def main():
        loop = a.get_running_loop()
        process = await a.create_subprocess_exec('cat', stdin=a.subprocess.PIPE, stdout=a.subprocess.PIPE)
        print(await process.communicate(b'in and out'), process.returncode)
        process = await a.create_subprocess_shell('echo words >&2; exit 4', stderr=a.subprocess.PIPE, stdout=a.subprocess.DEVNULL)
        print(await process.communicate(), process.returncode)
        transport, watch = await loop.subprocess_exec(Watch, 'echo', 'said', stdin=None, stderr=None)
        print(isinstance(transport, a.SubprocessTransport), await watch.over, watch.got, transport.get_returncode())
        transport.close()
    a.run(main())


for case in dict.fromkeys(f for fs in USED.values() for f in fs):
    print('--', case.__name__)
    case()
print(sorted(set(a.__all__) ^ set(USED)))
