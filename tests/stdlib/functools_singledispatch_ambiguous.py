# singledispatch: two ABCs that are as near.
import collections.abc as abc
from functools import *
from contextlib import *

@singledispatch
def amb(x):
    return 'base'


amb.register(abc.Iterable, lambda x: 1)
amb.register(abc.Sized, lambda x: 2)


class IS:

    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


try:
    amb(IS())
except RuntimeError as e:
    print(e)
