# slots=True.
from dataclasses import *
import copy

def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e).__name__, e)


@dataclass(slots=True)
class S:
    a: int
    b: int = 2

    def m(self):
        return __class__


print(S(1), S.__slots__, hasattr(S(1), '__dict__'), S.__module__)
t('S(1).zz=3')


@dataclass(slots=True, frozen=True)
class SF:
    a: int


t('SF(1).a=2')
print(copy.copy(SF(3)))


@dataclass(slots=True, weakref_slot=True)
class SW:
    a: int


print(SW.__slots__)
