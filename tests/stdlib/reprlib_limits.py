# reprlib: limits for each kind, subclasses, indentation, recursive_repr.
import array
import collections
import reprlib
from reprlib import Repr, recursive_repr, repr as short

values = ['x' * 100, b'y' * 50, list(range(20)), tuple(range(20)), {n: n for n in range(20)}, set(range(20)), frozenset(range(9)), collections.deque(range(9)), array.array('i', range(9)),
          10**100, -10**60, 1.5, None, [[[[[[[[1]]]]]]]], {'a': {'b': {'c': {'d': {'e': {'f': {'g': 1}}}}}}}, (), (1,), [], {}, set(), frozenset(), 'it\'s', object, "a\nb" * 20, range(10**10), Repr]
for value in values:
    print(short(value))
small = Repr(maxlevel=2, maxtuple=2, maxlist=3, maxarray=2, maxdict=1, maxset=2, maxfrozenset=1, maxdeque=2, maxstring=12, maxlong=10, maxother=14, fillvalue='~')
for value in values:
    print(small.repr(value))
for indent in (None, 0, 2, '> '):
    print(Repr(indent=indent).repr([1, {'a': (2, 3)}, [], 'text', {5, 6}]))
for indent in (-1, 2.5, []):
    try:
        print(Repr(indent=indent).repr([1, [2]]))
    except Exception as error:
        print(type(error).__name__, error)


class Mine:
    def __repr__(self):
        return '<Mine ' + 'm' * 60 + '>'


class Broken:
    def __repr__(self):
        raise ValueError('no')


class OwnRepr(Repr):
    def repr_Mine(self, value, level):
        return f'mine at level {level}'

    def repr_int(self, value, level):
        return hex(value)


print(short(Mine()), short([Mine()]), OwnRepr().repr([Mine(), 255, [16]]), OwnRepr().repr1(Mine(), 3))
print(short(Broken()).split(' at ')[0])


class Node:
    def __init__(self, name):
        self.name, self.links = name, []

    @recursive_repr(fillvalue='<again>')
    def __repr__(self):
        """The node and what it links to."""
        return f'{self.name}{self.links!r}'


a, b = Node('a'), Node('b')
a.links += [b, a]
b.links += [a]
print(a, b, Node.__repr__.__doc__, Node.__repr__.__name__)
print(reprlib.aRepr.maxlist, reprlib.__all__, Repr().maxother, Repr().fillvalue)
