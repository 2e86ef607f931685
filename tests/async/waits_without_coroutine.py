"""Direct awaits of locks, events and queues, and all the ways in which they can end."""
import asyncio
import gc
import traceback


def names(exc):
    return [frame.name for frame in traceback.extract_tb(exc.__traceback__)]


async def caught(awaitable):
    try:
        return await awaitable
    except asyncio.CancelledError as e:
        return e


async def cancel_each():
    """A task that waits is cancelled: who stands in the traceback, and is the object as before?"""
    queue, full, lock, event, sem, bounded = asyncio.Queue(), asyncio.Queue(1), asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(1), asyncio.BoundedSemaphore(1)
    full.put_nowait('there')
    await lock.acquire()
    await sem.acquire()
    await bounded.acquire()

    async def getting():
        try:
            await queue.get()
        except asyncio.CancelledError as e:
            print('get', names(e), str(e))
            raise

    async def putting():
        try:
            await full.put('more')
        except asyncio.CancelledError as e:
            print('put', names(e))

    async def acquiring(name, lock):
        try:
            await lock.acquire()
        except asyncio.CancelledError as e:
            print(name, 'acquire', names(e))
            raise

    async def entering(name, lock):
        try:
            async with lock:
                print('never')
        except asyncio.CancelledError as e:
            print(name, 'enter', names(e))
            raise

    async def waiting():
        try:
            await event.wait()
        except asyncio.CancelledError as e:
            print('wait', names(e))
            raise

    makers = [getting(), putting(), waiting()]
    for name, each in (('lock', lock), ('sem', sem), ('bounded', bounded)):
        makers += [acquiring(name, each), entering(name, each)]
    tasks = [asyncio.create_task(each) for each in makers]
    await asyncio.sleep(0)
    print(len(queue._getters), len(full._putters), len(event._waiters), len(lock._waiters), len(sem._waiters), len(bounded._waiters))
    for i, task in enumerate(tasks):
        task.cancel(f'number {i}')
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(len(queue._getters), len(full._putters), len(event._waiters), len(lock._waiters), len(sem._waiters), len(bounded._waiters))
    print(queue, full, lock.locked(), event.is_set(), sem.locked(), bounded.locked())


async def turn_goes_on():
    """Woken and cancelled in the same turn: the next in line is woken instead."""
    queue, full, lock, sem = asyncio.Queue(), asyncio.Queue(1), asyncio.Lock(), asyncio.Semaphore(1)
    full.put_nowait(0)
    log = []

    async def getter(n):
        log.append(('got', n, await queue.get()))

    async def putter(n):
        await full.put(n)
        log.append(('put', n))

    async def locker(kind, lock, n):
        async with lock:
            log.append((kind, n))

    await lock.acquire()
    await sem.acquire()
    rows = [[asyncio.create_task(make(n)) for n in range(3)]
            for make in (getter, putter, lambda n: locker('lock', lock, n), lambda n: locker('sem', sem, n))]
    await asyncio.sleep(0)
    queue.put_nowait('a')
    full.get_nowait()
    lock.release()
    sem.release()
    for row in rows:
        row[0].cancel()
    await asyncio.sleep(0)
    queue.put_nowait('b')
    for _ in range(4):
        if full.qsize():
            full.get_nowait()
        await asyncio.sleep(0.001)
    print(log)
    print([[task.cancelled() for task in row] for row in rows])


async def overtaken():
    """An item that a getter was woken for is taken by another one first."""
    queue = asyncio.Queue()
    log = []

    async def getter(n):
        log.append((n, await queue.get()))

    first = asyncio.create_task(getter(1))
    second = asyncio.create_task(getter(2))
    await asyncio.sleep(0)
    queue.put_nowait('x')
    log.append(('thief', queue.get_nowait()))
    await asyncio.sleep(0)
    print(log, len(queue._getters), first.done(), second.done())
    queue.put_nowait('y')
    queue.put_nowait('z')
    await asyncio.gather(first, second)
    print(log)


async def from_the_outside():
    """The coroutine is there for who asks for it."""
    queue, lock = asyncio.Queue(), asyncio.Lock()
    coro = queue.get()
    print(type(coro).__name__, coro.__qualname__, asyncio.iscoroutine(coro), asyncio.iscoroutinefunction(queue.get))
    queue.put_nowait(5)
    print(await coro)
    print(await asyncio.wait_for(lock.acquire(), 1), await asyncio.create_task(queue.put(6)))
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
    except TimeoutError as e:
        print('timeout', repr(e))
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    try:
        async with lock:
            lock.release()
    except RuntimeError as e:
        print(names(e)[1:], e)


class Loud(asyncio.Queue):
    def _put(self, item):
        print('putting', item)
        super()._put(item)

    def _get(self):
        item = super()._get()
        print('getting', item)
        return item


class Counted(asyncio.Lock):
    entered = 0

    async def acquire(self):
        Counted.entered += 1
        return await super().acquire()


async def subclasses():
    loud, lock = Loud(1), Counted()
    await loud.put(1)
    print(await loud.get())
    for _ in range(3):
        async with lock:
            pass
    print(Counted.entered)
    plain = asyncio.Queue()
    plain.note = 'an attribute more'
    await plain.put(2)
    print(await plain.get(), plain.note, plain)
    plain._put = lambda item: print('replaced', item)
    plain.put_nowait(3)
    await plain.put(4)
    bounded = asyncio.BoundedSemaphore(2)
    async with bounded:
        bounded.release()
        try:
            bounded.release()
        except ValueError as e:
            print(e)
        await bounded.acquire()
    print(bounded._value)


async def dead_waiter():
    """A coroutine that waits and is dropped passes its turn on."""
    queue = asyncio.Queue()

    async def lost():
        await queue.get()

    coro = lost()
    coro.send(None)
    print(len(queue._getters))
    del coro
    gc.collect()
    print(len(queue._getters))
    closed = lost()
    closed.send(None)
    queue.put_nowait('item')
    other = asyncio.create_task(queue.get())
    closed.close()
    print(await other, len(queue._getters))
    again = lost()
    future = again.send(None)
    try:
        again.send(None)
    except RuntimeError as e:
        print(e, names(e)[1:], len(queue._getters), future.cancelled())


def another_loop():
    event, lock, queue = asyncio.Event(), asyncio.Lock(), asyncio.Queue()

    async def use():
        for what in (event.wait, lock.acquire, queue.get):
            try:
                await asyncio.wait_for(what(), 0.01)
            except TimeoutError:
                print('waited')
            except RuntimeError as e:
                print(str(e).split(' is ')[1])

    async def use_directly():
        for what in (event, lock, queue):
            task = None
            try:
                if what is event:
                    await event.wait()
                elif what is lock:
                    async with lock:
                        pass
                else:
                    await queue.get()
            except RuntimeError as e:
                print('directly', str(e).split(' is ')[1])

    async def hold():
        await lock.acquire()
        await use()

    asyncio.run(hold())
    asyncio.run(use_directly())


async def main():
    await cancel_each()
    await turn_goes_on()
    await overtaken()
    await from_the_outside()
    await subclasses()
    await dead_waiter()


asyncio.run(main())
another_loop()
