# Caches: counts, limits, types.
from functools import *
from contextlib import *

@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info(), fib.cache_parameters(), fib.__name__)
fib.cache_clear()
print(fib.cache_info())


@cache
def g(x):
    return x


g(1)
g(1)
print(g.cache_info())


@lru_cache(maxsize=2, typed=True)
def h(*a):
    return a


h(1)
h(1.0)
h(2)
print(h.cache_info())
try:
    lru_cache('x')
except TypeError as e:
    print(e)
