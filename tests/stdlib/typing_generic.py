# Generic classes.
from typing import *

T = TypeVar('T')
U = TypeVar('U', bound=int)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')


class Box(Generic[T]):

    def __init__(s, v: T):
        s.v = v


class Pair(Generic[T, U]):
    pass


class Sub(Box[int]):
    pass


class Sub2(Box[U], Generic[U, T]):
    pass


class L(List[int]):
    pass


class D(Dict[str, T]):
    pass


b = Box[int](3)
print(b.v, b.__orig_class__, Box[int], Box[T], Box.__parameters__, Pair.__parameters__, Sub.__orig_bases__, Sub.__mro__, Sub2.__parameters__, L.__mro__, D[int], D.__mro__)


class Multi(Generic[T, P]):
    pass


print(Multi[int, [str, bool]], Multi[int, ...])


class TT(Generic[Unpack[Ts]]):
    pass


print(TT[int, str], TT[()], TT.__parameters__)
