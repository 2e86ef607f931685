# Which objects are instances of which ABC.
import collections
import collections.abc as c


async def coro():
    pass


async def agen():
    yield


running = coro()
samples = [3, 'a', b'a', bytearray(), [], (), {}, set(), frozenset(), range(3), {}.keys(), {}.values(), {}.items(),
           iter([]), iter({}), (i for i in ()), running, agen(), len, print, int, memoryview(b''), None, zip(),
           collections.deque(), collections.OrderedDict(), collections.Counter(), collections.ChainMap(), reversed([])]
names = [n for n in c.__all__ if n != 'ByteString']
for sample in samples:
    print(type(sample).__name__, [n for n in names if isinstance(sample, getattr(c, n))])
running.close()
print(c.Iterable, c.Callable.__module__, c.Callable[[int], str], c.Callable[..., int], c.Iterable[int])
