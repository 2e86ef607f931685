# Actors with inboxes.
import asyncio
import itertools


class Actor:
    _ids = itertools.count(1)

    def __init__(self, name=None):
        self.name = name or f"{type(self).__name__}-{next(self._ids)}"
        self.inbox = asyncio.Queue()
        self.task = None

    def start(self):
        self.task = asyncio.create_task(self._loop(), name=self.name)
        return self

    async def _loop(self):
        while True:
            method, args, reply = await self.inbox.get()
            try:
                result = await getattr(self, f"on_{method}")(*args)
            except Exception as e:
                reply.set_exception(e)
            else:
                if not reply.cancelled():
                    reply.set_result(result)

    async def ask(self, method, *args, timeout=1):
        reply = asyncio.get_running_loop().create_future()
        await self.inbox.put((method, args, reply))
        return await asyncio.wait_for(reply, timeout)

    async def stop(self):
        self.task.cancel()
        try:
            await self.task
        except asyncio.CancelledError:
            return f"{self.name} stopped"


class Counter(Actor):
    value = 0

    async def on_add(self, n):
        self.value += n
        return self.value

    async def on_slow(self):
        await asyncio.sleep(0.02)
        return "slow"


async def main():
    a, b = Counter().start(), Counter("bob").start()
    print(await asyncio.gather(*(a.ask("add", i) for i in range(5)), b.ask("add", 100)))
    try:
        await a.ask("nonsense")
    except AttributeError as e:
        print(e)
    try:
        await a.ask("add", "x")
    except TypeError as e:
        print(e)
    try:
        await a.ask("slow", timeout=0.001)
    except TimeoutError:
        print("too slow")
    print(await a.ask("slow"))
    print(a.task)
    print(await a.stop(), await b.stop())


asyncio.run(main())
