# Members with __init__, properties, nonmember and member.
import enum
from enum import *

class P(Enum):
    E = (1, 2.5)

    def __init__(self, a, b):
        self.a = a
        self.b = b

    @property
    def s(self):
        return self.a + self.b

    @enum.property
    def t(self):
        return 5

    @classmethod
    def c(cls):
        return cls.E
    nm = nonmember(5)


print(P.E.s, P.E.t, P.c(), P.nm, P.E, list(P))


class P2(Enum):
    A = 1

    @member
    def mm(self):
        pass

    class In:
        pass


print(list(P2)[0], len(P2), P2.In)
