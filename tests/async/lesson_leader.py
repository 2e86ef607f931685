# A lock for readers and writers, on a condition.
import asyncio


class ReadWriteLock:
    def __init__(self):
        self._cond = asyncio.Condition()
        self._readers = 0
        self._writer = False

    class _Ctx:
        def __init__(self, enter, leave):
            self.enter, self.leave = enter, leave

        async def __aenter__(self):
            await self.enter()

        async def __aexit__(self, *exc):
            await self.leave()

    def read(self):
        return self._Ctx(self._enter_read, self._leave_read)

    def write(self):
        return self._Ctx(self._enter_write, self._leave_write)

    async def _enter_read(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writer)
            self._readers += 1

    async def _leave_read(self):
        async with self._cond:
            self._readers -= 1
            self._cond.notify_all()

    async def _enter_write(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writer and not self._readers)
            self._writer = True

    async def _leave_write(self):
        async with self._cond:
            self._writer = False
            self._cond.notify_all()


async def reader(lock, n, log):
    async with lock.read():
        log.append(f"r{n}+")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        log.append(f"r{n}-")


async def writer(lock, n, log):
    async with lock.write():
        log.append(f"w{n}+")
        await asyncio.sleep(0)
        log.append(f"w{n}-")


async def main():
    lock = ReadWriteLock()
    log = []
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(reader(lock, i, log))
            tg.create_task(writer(lock, i, log))
    print(*log)
    t = asyncio.create_task(writer(lock, 9, log))
    async with lock.read():
        await asyncio.sleep(0)
        print(lock._cond)
        t.cancel()
        await asyncio.wait([t])
        print(lock._cond, t.cancelled(), lock._writer)
    async with lock.write():
        print("free again", lock._cond)


asyncio.run(main())
