# Reading hints.
import collections, collections.abc
from typing import *

T = TypeVar('T')


class Box(Generic[T]):

    def __init__(s, v: T):
        s.v = v


b = Box[int](3)


class NT(NamedTuple):
    """nt doc"""
    x: int
    y: str = 'd'

    def f(self):
        return self.x


class TD(TypedDict):
    a: int
    b: NotRequired[str]


def fn(a: int, b: 'str', c: Optional['Box']=None, *d: Annotated[int, 'm']) -> None:
    pass


print(get_type_hints(fn), get_type_hints(fn, include_extras=True))


class CC:
    a: int
    b: 'CC'
    c: ClassVar['int'] = 1


print(get_type_hints(CC), get_type_hints(TD), get_type_hints(NT))
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(int | str), get_args(int | str), get_origin(list[int]), get_origin(int), get_args(Literal[1, 2]), get_origin(Annotated[int, 1]), get_args(Annotated[int, 1]), get_args(collections.abc.Callable[[int], str]), get_origin(ClassVar[int]), get_origin(Generic[T]), get_args(Optional[int]))


class Meth:

    def f(self: Self) -> 'Meth':
        return self


print(get_type_hints(Meth.f))
