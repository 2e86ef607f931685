# Protocols at run time.
from typing import *

T = TypeVar('T')


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Pr(Protocol):

    def m(self) -> int:
        ...


@runtime_checkable
class Rp(Protocol):
    x: int

    def m(self) -> int:
        ...


@runtime_checkable
class Rm(Protocol):

    def m(self) -> int:
        ...


class Im:

    def m(self):
        return 1


class Im2(Im):
    x = 1


class Ex(Pr):

    def m(self):
        return 2


for f in (lambda: isinstance(Im(), Pr), lambda: isinstance(Im(), Rp), lambda: isinstance(Im2(), Rp), lambda: issubclass(Im, Rp), lambda: issubclass(Im, Rm), lambda: issubclass(int, Rm), lambda: Pr(), lambda: Ex().m(), lambda: isinstance(3, SupportsInt), lambda: isinstance('a', SupportsIndex), lambda: isinstance(Im(), Rm), lambda: issubclass(Im, Pr), lambda: isinstance(Ex(), Rm), lambda: Pr._is_protocol, lambda: Ex._is_protocol):
    t(f)


class GP(Protocol[T]):

    def g(self) -> T:
        ...


print(GP[int], GP.__parameters__)
