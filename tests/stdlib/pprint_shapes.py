# pprint: widths, depths, compact, sorting, underscores, of all containers and library types, subclasses and recursion.
import collections
import dataclasses
import pprint
import types

data = {'name': 'x' * 30, 'items': list(range(30)), 'nested': {'a': [{'b': ('c', 'd' * 20, {5, 6})}] * 2, 'z': None}, 3: 4.5, 'bytes': b'y' * 90, 'long': 'words and more words ' * 8}
for options in ({}, {'width': 40}, {'width': 120}, {'depth': 1}, {'depth': 2}, {'indent': 4, 'width': 60}, {'compact': True, 'width': 50}, {'sort_dicts': False, 'width': 60}):
    print(options)
    try:
        pprint.pprint(data, **options)
    except TypeError as error:
        print(error)
for value in ([], (), {}, set(), frozenset({3, 1}), (1,), [[]], {'a': {}}, 10**20, -1234567, 1.5, 'x\ny', b'', None, True, ..., range(3), collections.OrderedDict(a=1, b=[2] * 30),
              collections.defaultdict(list, k=[1] * 30), collections.Counter('mississippi' * 2), collections.deque(range(40), maxlen=50), collections.ChainMap({'a': 1}, {'b': [0] * 40}),
              collections.UserDict(a=1), collections.UserList([1, 2]), collections.UserString('abc'), types.SimpleNamespace(a=1, b='z' * 80), types.MappingProxyType({'a': [1] * 40}),
              bytearray(b'q' * 100), {(2, 'b'): 1, (1, 'a'): 2}, {1: 1, 'a': 2, None: 3, (1,): 4}, 'a b ' * 40, ['a\nb' * 30], {frozenset({1, 2}), frozenset({0})}, list('abc'), {"it's": 'q"'}):
    pprint.pprint(value, width=60)
print(pprint.pformat(1234567, underscore_numbers=True), pprint.pformat([10**9, -5000, 1.5e10], underscore_numbers=True))


@dataclasses.dataclass
class Point:
    x: int
    label: str = 'l' * 40
    rest: list = dataclasses.field(default_factory=lambda: list(range(20)))
    hidden: int = dataclasses.field(default=0, repr=False)


class Mine(dict):
    pass


class Shown(list):
    def __repr__(self):
        return 'Shown!'


pprint.pprint(Point(1), width=50)
pprint.pprint([Mine(a=1, b=2), Shown([1] * 50), Point], width=40)
loop = [1]
loop.append(loop)
around = {'self': None}
around['self'] = around
print(pprint.isrecursive(loop), pprint.isrecursive([1]), pprint.isreadable(loop), pprint.isreadable(data), pprint.isreadable([object]))
print(pprint.saferepr(loop).split(' with')[0], pprint.saferepr({'b': 1, 'a': (2,)}), pprint.pformat(around).split(' with')[0])
for action in (lambda: pprint.PrettyPrinter(indent=-1), lambda: pprint.PrettyPrinter(depth=0), lambda: pprint.PrettyPrinter(width=0), lambda: pprint.pformat()):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


class Upper(pprint.PrettyPrinter):
    def format(self, value, context, maxlevels, level):
        if isinstance(value, str):
            return value.upper(), True, False
        return super().format(value, context, maxlevels, level)


Upper().pprint(['abc', {'k': 'v'}])
pprint.pp({'z': 1, 'a': 2})
