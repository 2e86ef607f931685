# Corners of enum, functools, collections, dataclasses, configparser, doctest and unittest.mock.
# test: heavy
import collections, configparser, dataclasses, doctest, enum, functools, typing
from unittest import mock


def shown(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


# members that shadow what the base has
class Number(enum.IntEnum):
    divisor = 1
    numerator = 2


class Book(enum.StrEnum):
    author = 'author'
    title = 'title'
    coded = b'3', 'ascii'


class Autos(enum.Enum):
    ONE = enum.auto()
    TWO = enum.auto(), enum.auto()
    THREE = 'x', enum.auto()


print(Number.divisor.numerator, Number.numerator.divisor is Number.divisor, Number.numerator.numerator, Book.title.title(), Book.title, Book.coded)
print([member.value for member in Autos])
shown(lambda: enum.StrEnum('Bad', {'a': 3}))

# generic functions and abstract classes
@functools.singledispatch
def kind(value):
    return 'base'


abc = collections.abc
kind.register(abc.Sized, lambda value: 'sized')
kind.register(abc.Iterable, lambda value: 'iterable')


class Plain:
    def __len__(self):
        return 0


class Both(abc.Iterable, abc.Sized):
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


class Registered:
    pass


abc.Sized.register(Registered)
abc.Iterable.register(Registered)
print(kind(Plain()), kind(Both()), kind(3))
shown(kind, Registered())
kind.register(abc.Container, lambda value: 'container')
shown(kind, {1})
kind.register(abc.Set, lambda value: 'set')
kind.register(abc.Collection, lambda value: 'collection')
shown(kind, {1})
shown(kind, {1: 2})
shown(kind, 'abc')

# an ordered dict's own methods
class Loud(collections.OrderedDict):
    def __delitem__(self, key):
        print('deletes', key)
        super().__delitem__(key)

    def __missing__(self, key):
        return 'missing'


loud = Loud(a=1, b=2, c=3)
print(loud.pop('a'), loud.popitem(), loud.popitem(last=False), loud['x'])
shown(loud.pop, 'x')
shown(loud.popitem)
ring = collections.OrderedDict(a=1)
ring['values'] = ring.values()
ring['items'] = ring.items()
print(ring)
text = collections.UserString('abab')
for name in 'count find index rfind startswith split join partition strip removeprefix'.split():
    shown(getattr(text, name), collections.UserString('a'))
    shown(getattr(text, name), 'a')


@dataclasses.dataclass
class Texts:
    a: int
    b: 'typing.ClassVar[int]' = 1
    c: ' typing . ClassVar.[int]' = 2
    d: 'dataclasses.InitVar+' = 3


print([field.name for field in dataclasses.fields(Texts)], Texts(1, 4))
parser = configparser.ConfigParser()
for key in '', None:
    shown(parser.converters.__setitem__, key, str)

# mocks held to an interface
class Klass:
    limit = 3

    class Inner:
        def __init__(self, a): ...
        def call(self, b, c): ...

    def __init__(self, x, y): ...
    def method(self, a, b=2): ...
    def __call__(self, a): ...


with mock.patch.object(__import__('sys').modules[__name__], 'Klass', spec_set=Klass) as held:
    held()
    print(held.called, held.call_count, held.call_args, held.mock_calls)
    shown(setattr, held, 'nothing', 1)
auto = mock.create_autospec(Klass)
made = auto(1, 2)
auto.assert_called_once_with(x=1, y=2)
made('value')
made.assert_called_once_with('value')
made.method(1, 2)
made.assert_has_calls([mock.call.method(1, b=2)])
auto.Inner(1).call(2, 3)
auto.Inner.assert_has_calls([mock.call(1), mock.call().call(2, 3)])
shown(made.method)
shown(auto.Inner, 1, 2)
sealed = mock.create_autospec(Klass)
mock.seal(sealed)
print(type(sealed.method(sealed, 1)).__name__)


class Sub(list):
    pass


as_list = mock.Mock(spec=Sub(['foo']))
as_list.append(3)
as_list.append.assert_called_with(3)
with mock.patch('builtins.open', mock.mock_open(read_data='data')) as opened:
    print(open('x').read(), callable(mock.mock_open()))


# lines and errors that doctest tells of
def documented():
    """Text.

    >>> 1 + 1
    3
    >>> error = ValueError('told'); error.add_note('with a note'); raise error
    Traceback (most recent call last):
        ...
    ValueError: told
    with a note
    """


class Undocumented:
    @property
    def value(self):
        """
        >>> 1
        2
        """


finder = doctest.DocTestFinder(exclude_empty=False)
for found in finder.find(documented, 'documented', module=False) + finder.find(Undocumented, 'Undocumented', module=False):
    print(found.name, found.lineno, [example.lineno for example in found.examples], found.filename)
print(doctest.DocTestRunner(verbose=False).run(finder.find(documented, 'documented', module=False)[0], out=lambda text: None))
doctest_parser = doctest.DocTestParser()
for bad in '>>> f(1,\n  ...  2)\n', '   >>> f(1,\n    ...  2)\n', '>>> # doctest: +ELLIPSIS\n', '>>> 1 # doctest: +NONE\n', '>>>1\n':
    shown(doctest_parser.get_doctest, bad, {}, 'name', 'file', 0)

# iterators can be copied and pickled; groups with numbers out of reach
import array, copy, pickle, re

for items in array.array('i', [1, 2, 3]), collections.deque([1, 2, 3]):
    iterator = iter(items)
    next(iterator)
    print(list(copy.copy(iterator)), list(pickle.loads(pickle.dumps(iterator))), list(iterator))
    print(list(copy.copy(iterator)))
for group in 1 << 100, -(1 << 100), 5, 'name':
    shown(re.match('(a)', 'a').group, group)

# what platform says
import platform

print(platform.uname()._replace(node='n').node, len(platform.uname()), platform.libc_ver('/dev/null', 'none', '1'), platform.libc_ver() == platform.libc_ver(''))
