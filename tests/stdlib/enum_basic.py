# Members, aliases, lookup, iteration.
from enum import *

class C(Enum):
    R = 1
    G = 2
    B = R


print(repr(C.R), str(C.R), C, C.B, C['R'], C(2), len(C), list(C), C.__members__, C.R.name, C.R.value, C.R in C, 2 in C, 7 in C, dir(C), dir(C.R))


class G(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    A = auto()
    B = auto()


for m in reversed(C):
    print(m)
match C.R:
    case C.R:
        print('matched')
