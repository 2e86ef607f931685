# A decorator tries again, with growing pauses.
import asyncio
import functools
import itertools


class TransientError(Exception):
    pass


def retry(times, exceptions=(Exception,), base=0.001, factor=2, cap=0.01):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            delay = base
            for attempt in itertools.count(1):
                try:
                    return await func(*args, **kwargs)
                except exceptions as exc:
                    if attempt == times:
                        exc.add_note(f"gave up after {attempt} attempts")
                        raise
                    print(f"  attempt {attempt} of {func.__name__} failed: {exc!r}; waiting {delay:.3f}")
                    await asyncio.sleep(delay)
                    delay = min(cap, delay * factor)
        return wrapper
    return decorate


class Service:
    def __init__(self, fail):
        self.left = fail

    @retry(4, (TransientError, asyncio.TimeoutError))
    async def fetch(self, url):
        "Fetch an URL."
        if self.left:
            self.left -= 1
            if self.left % 2:
                async with asyncio.timeout(0.001):
                    await asyncio.sleep(10)
            raise TransientError(url)
        return f"content of {url}"


async def main():
    print(await Service(2).fetch("a"))
    try:
        await Service(9).fetch("b")
    except (TransientError, TimeoutError) as e:
        print(type(e), e, e.__notes__)
    print(Service.fetch.__name__, Service.fetch.__doc__, asyncio.iscoroutinefunction(Service.fetch))
    t = asyncio.create_task(Service(9).fetch("c"))
    await asyncio.sleep(0.0001)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))


asyncio.run(main())
