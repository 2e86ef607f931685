# Hints that are not possible.
from typing import *

T = TypeVar('T')
U = TypeVar('U', bound=int)


class Box(Generic[T]):

    def __init__(s, v: T):
        s.v = v


class Pair(Generic[T, U]):
    pass


class Sub(Box[int]):
    pass


b = Box[int](3)


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: Box[int, str], lambda: Pair[int], lambda: isinstance(b, Box[int]), lambda: isinstance(1, Union), lambda: List(), lambda: Any(), lambda: Optional(), lambda: isinstance(1, Any), lambda: Generic[int], lambda: Generic[T, T], lambda: List[int, str], lambda: Dict[int], lambda: Sub[int], lambda: Union[()], lambda: Callable[int], lambda: Callable[int, str], lambda: Optional[1, 2], lambda: TypeVar('X', int), lambda: TypeVar('X', int, str, bound=int), lambda: TypeVar('X', covariant=True, contravariant=True), lambda: ForwardRef('a b'), lambda: List[int][str], lambda: NoReturn[int], lambda: Annotated[int], lambda: ClassVar[ClassVar[int]], lambda: isinstance([], List), lambda: issubclass(list, Sequence), lambda: List[Generic], lambda: Union[int, ClassVar[int]], lambda: isinstance(1, int | str), lambda: isinstance(1, Union[int, str]), lambda: isinstance(1, Optional[List[int]]), lambda: NewType('UserId', int)):
    t(f)


def bad1():

    class X(Generic):
        pass


def bad2():

    class X(Generic[T], List[U]):
        pass


def bad3():

    class X(Union[int, str]):
        pass


def bad4():

    class X(Optional):
        pass


def bad5():

    class X(T):
        pass


for f in (bad1, bad2, bad3, bad4):
    t(f)
