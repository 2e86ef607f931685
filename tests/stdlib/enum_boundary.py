# What happens to unknown bits.
from enum import *

class C(Enum):
    R = 1
    G = 2
    B = R


class G(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    A = auto()
    B = auto()


class K(Flag, boundary=KEEP):
    A = 1


class E2(Flag, boundary=EJECT):
    A = 1


class CF(Flag, boundary=CONFORM):
    A = 1
    C = 4


print(repr(K(9)), E2(9), CF(7), K._boundary_, FlagBoundary.__members__.keys(), repr(CONFORM), str(K(9)), repr(K(8)))
print(EnumCheck.__members__, repr(UNIQUE))
