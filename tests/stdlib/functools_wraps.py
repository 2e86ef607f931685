# reduce, cmp_to_key, partial and wraps.
from functools import *
from contextlib import *

@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(reduce(lambda a, b: a + b, [1, 2, 3]), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), partial(int, base=2)('101'))


@wraps(fib)
def w():
    """doc"""


print(w.__name__, w.__doc__, w.__wrapped__ is fib)
