# A cache of tasks, and an object that is made when first awaited.
import asyncio
import functools


def async_cache(fn):
    pending = {}

    @functools.wraps(fn)
    async def wrapper(*args):
        if args not in pending:
            task = asyncio.create_task(fn(*args))
            pending[args] = task

            def forget_failure(t):
                if t.cancelled() or t.exception():
                    pending.pop(args, None)
            task.add_done_callback(forget_failure)
        return await asyncio.shield(pending[args])
    wrapper.pending = pending
    return wrapper


calls = []


@async_cache
async def load(key):
    calls.append(key)
    await asyncio.sleep(0.001)
    if key == "bad":
        raise LookupError(key)
    return key.upper()


class TTLCache:
    def __init__(self, ttl):
        self.ttl = ttl
        self.data = {}

    def set(self, key, value):
        if key in self.data:
            self.data[key][1].cancel()
        handle = asyncio.get_running_loop().call_later(self.ttl, self.data.pop, key)
        self.data[key] = value, handle

    def get(self, key, default=None):
        return self.data.get(key, (default,))[0]


class Lazy:
    def __init__(self, factory):
        self.factory = factory
        self.lock = asyncio.Lock()

    def __await__(self):
        return self._get().__await__()

    async def _get(self):
        async with self.lock:
            if not hasattr(self, "value"):
                self.value = await self.factory()
        return self.value


async def main():
    print(await asyncio.gather(load("a"), load("b"), load("a"), load("a")), calls)
    print(await asyncio.gather(load("bad"), load("bad"), return_exceptions=True), calls)
    await asyncio.sleep(0)
    print(sorted(load.pending), load.__name__)
    c = TTLCache(100)
    c.set("x", 1)
    print(c.get("x"), c.get("y", "none"))
    c.set("x", 2)

    async def connect():
        print("connecting")
        await asyncio.sleep(0)
        return "connection"
    lazy = Lazy(connect)
    print(await lazy, await lazy, await asyncio.gather(*[asyncio.ensure_future(lazy._get()) for _ in range(2)]))
    print(await asyncio.ensure_future(lazy), type(asyncio.ensure_future(lazy).get_coro()).__name__)


asyncio.run(main())
