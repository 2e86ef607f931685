# singledispatch: classes, ABCs and subclasses.
import collections.abc as abc
from functools import *
from contextlib import *

@singledispatch
def s(x):
    return 'base'


@s.register(abc.Sequence)
def _(x):
    return 'seq'


@s.register(abc.Sized)
def _(x):
    return 'sized'


@s.register(list)
def _(x):
    return 'list'


class L(list):
    pass


class Q:

    def __len__(self):
        return 0


print(s([]), s(()), s({}), s(3), s(L()), s(Q()), s.dispatch(list).__name__, sorted((t.__name__ for t in s.registry)))
for f in (lambda: s(), lambda: s.register(3), lambda: s.register(lambda x: 1)):
    try:
        f()
    except TypeError as e:
        print(str(e).split(' at 0x')[0])
