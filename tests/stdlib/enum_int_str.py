# IntEnum and StrEnum.
from enum import *

class C(Enum):
    R = 1
    G = 2
    B = R


class I(IntEnum):
    X = 1


class S(StrEnum):
    Q = auto()
    W = 'w'


print(repr(I.X), str(I.X), I.X + 1, f'{I.X}', format(C.R), repr(S.Q), str(S.Q), S.Q == 'q')
