# Which objects let their __dict__ be replaced or deleted.
import collections, functools, random, threading, types
class L(list): pass
class Sl: __slots__ = ()
objs = [Exception('a'), OSError(1, 'x'), lambda: 0, functools.partial(len), types.SimpleNamespace(a=1), types.ModuleType('m'), L(), threading.local(), functools.lru_cache(lambda: 0),
        functools.singledispatch(lambda a: 0), random.Random(), collections.Counter(), type('C', (), {})(), type('M', (type,), {})('X', (), {}), property(), functools.cached_property(len),
        collections.deque(), set(), Sl(), ExceptionGroup('m', [ValueError()])]
for o in objs:
    n = type(o).__name__
    for what in ('set', 'bad', 'del'):
        try:
            if what == 'set': o.__dict__ = {'zz': 1}; r = o.zz
            elif what == 'bad': o.__dict__ = 5; r = 'ok'
            else: del o.__dict__; r = getattr(o, 'zz', 'gone')
        except Exception as e: r = f'{type(e).__name__}: {e}'
        print(n, what, r)
