# NamedTuple, TypedDict, NewType.
from typing import *

T = TypeVar('T')


class Box(Generic[T]):

    def __init__(s, v: T):
        s.v = v


b = Box[int](3)


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class NT(NamedTuple):
    """nt doc"""
    x: int
    y: str = 'd'

    def f(self):
        return self.x


n = NT(1)
print(n, n.f(), NT._field_defaults, NT.__annotations__, NT.__doc__, NT.__bases__, NamedTuple('N2', [('a', int)])(3))


def bad6():

    class X(NamedTuple):
        a: int = 1
        b: int


t(bad6)


class TD(TypedDict):
    a: int
    b: NotRequired[str]


class TD2(TD, total=False):
    c: Required[int]
    d: int


print(TD(a=1), type(TD(a=1)), TD.__required_keys__, TD.__optional_keys__, sorted(TD2.__required_keys__), sorted(TD2.__optional_keys__), TD2.__total__, TD2.__annotations__, is_typeddict(TD), TypedDict('F', {'x': int}).__annotations__)
t(lambda: isinstance({}, TD))
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__supertype__, UserId.__name__, UserId | None)
