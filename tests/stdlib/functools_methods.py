# cached_property, partialmethod and singledispatchmethod.
from functools import *
from contextlib import *

class C:

    @cached_property
    def x(self):
        print('computing')
        return 5

    def m(self, a, b=0, *, c=0):
        return (a, b, c)
    pm = partialmethod(m, 1, c=3)

    @classmethod
    def cm(cls, a, b):
        return (cls.__name__, a, b)
    pcm = partialmethod(cm, 9)

    @singledispatchmethod
    def d(self, a):
        return 'obj'

    @d.register
    def _(self, a: int):
        return 'int'

    @d.register(str)
    def _(self, a):
        return 'str'

    @d.register
    def _(self, a: list | tuple):
        return 'seq'


c = C()
print(c.x, c.x, c.pm(2), c.pcm(4), C.pcm(5), c.d(1), c.d('s'), c.d(1.0), c.d([]), c.d(()))


@singledispatch
def s(x):
    return 'base'


class NS:
    __slots__ = ('a',)
    x = cached_property(lambda s: 1)


try:
    NS().x
except TypeError as e:
    print(e)
