# Wrong values, names and assignments.
from enum import *

class C(Enum):
    R = 1
    G = 2
    B = R


class F(Flag):
    A = 1
    B = 2
    D = 4
    AB = 3


class I(IntEnum):
    X = 1


class S(StrEnum):
    Q = auto()
    W = 'w'


for f in (lambda: C(9), lambda: F(9), lambda: C['z'], lambda: C.zz, lambda: setattr(C, 'R', 3), lambda: delattr(C, 'R'), lambda: type('X', (C,), {}), lambda: C.R < C.G, lambda: C.R.value.x, lambda: setattr(C.R, 'value', 4), lambda: S('nope'), lambda: C(), lambda: I('a'), lambda: C.R.R, lambda: 'a' in F, lambda: 'a' in F.A, lambda: F('a'), lambda: F.A | 3, lambda: C.R | 3, lambda: C.__call__(3)):
    try:
        print(f())
    except BaseException as e:
        print(type(e), e)
