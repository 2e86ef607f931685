# Flags: combination, names, iteration.
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


print(repr(F.A | F.D), repr(F.AB), str(F.A | F.D), ~F.A, list(F.AB), F(7), F(0), repr(F(0)), bool(F(0)), F.A in F.AB, len(F.AB), F.A ^ F.AB)


class G(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    A = auto()
    B = auto()


print({C.R: 1}, F.A | F.B is F.AB, F.AB.name, (F.A | F.D).name, (F.A | F.D).value, F(0).name)
