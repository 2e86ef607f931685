# overload, cast, final and other marks.
from typing import *

Ts = TypeVarTuple('Ts')


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


@overload
def ov(a: int) -> int:
    ...


@overload
def ov(a: str) -> str:
    ...


def ov(a):
    return a


print(ov(1), len(get_overloads(ov)), cast(int, 'x'), assert_type(1, int), TYPE_CHECKING, Text)
t(lambda: assert_never(3))


@final
class Fi:
    pass


print(Fi.__final__, Self, LiteralString, Never, TypeAlias, Required[int], TypeGuard[int], Unpack[Ts], Pattern, Match[str], ContextManager[int], AsyncContextManager)
