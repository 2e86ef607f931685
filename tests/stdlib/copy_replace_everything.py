# copy: shallow and deep over all builtin kinds, memo, hooks, recursion, weak references.
import array
import collections
import copy
import datetime
import decimal
import fractions
import re
import types
import weakref


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


values = [None, 5, 2.5, 1j, 'x', b'x', True, ..., NotImplemented, (1, [2]), [1, [2]], {1: [2]}, {1, 2}, frozenset({3}), bytearray(b'q'), range(3), int, len, attempt, re.compile('a'), datetime.date(2020, 1, 1), decimal.Decimal('1.5'), fractions.Fraction(1, 3),
          collections.deque([[1]], 3), collections.OrderedDict(a=[1]), collections.defaultdict(list, a=[1]), collections.Counter('aab'), collections.ChainMap({'a': 1}), types.SimpleNamespace(a=[1]), array.array('i', [1, 2]), property(), ValueError('x', [1])]
for value in values:
    one, two = copy.copy(value), copy.deepcopy(value)
    print(type(value).__name__, one is value, two is value, repr(one) == repr(value), repr(two) == repr(value))
inner = [1]
outer = {'a': inner, 'b': inner, 't': (inner,)}
deep = copy.deepcopy(outer)
print(deep['a'] is deep['b'], deep['a'] is deep['t'][0], deep['a'] is inner, copy.copy(outer)['a'] is inner)
loop = [1]
loop.append(loop)
made = copy.deepcopy(loop)
print(made[1] is made, made is loop)
memo = {}
copy.deepcopy(inner, memo)
print(memo[id(inner)], inner in memo[id(memo)])


class Hooked:
    def __init__(self):
        self.v = [1]

    def __copy__(self):
        return 'shallow'

    def __deepcopy__(self, memo):
        return ('deep', len(memo) >= 0)


class Stated:
    def __init__(self):
        self.kept, self.dropped = [1], 2

    def __getstate__(self):
        return {'kept': self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state, fresh=True)


class Slots:
    __slots__ = ('a', 'b', '__weakref__')


class Reduced:
    def __reduce_ex__(self, protocol):
        return (list, ((1, 2),), None, iter([3]), None)


class Args(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


print(copy.copy(Hooked()), copy.deepcopy([Hooked()]), vars(copy.copy(Stated())), vars(copy.deepcopy(Stated())), copy.copy(Reduced()), copy.deepcopy(Args(1, [2])))
s = Slots()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, 'b'), copy.copy(s).a is s.a)
ref = weakref.ref(s)
print(copy.copy(ref) is ref, copy.deepcopy(ref) is ref, copy.deepcopy(weakref.WeakKeyDictionary({s: 1}))[s])
for action in (lambda: copy.copy((i for i in [])), lambda: copy.deepcopy(open('/dev/null')), lambda: copy.deepcopy([__import__('threading').Lock()]), lambda: copy.copy(__import__('sys')), lambda: copy.deepcopy(x for x in ()), lambda: copy.copy()):
    attempt(action)
print(copy.Error is copy.error, copy.__all__)
