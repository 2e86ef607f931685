# Enumerations with data types and own __str__.
from enum import *

class TS(Enum):
    A = 1

    def __str__(self):
        return 'custom'

    def __format__(self, s):
        return 'fmt'


print(TS.A, f'{TS.A}', repr(TS.A))


class DS(int, Enum):
    A = 5


print(DS.A, repr(DS.A), f'{DS.A}', DS.A + 1, '%s' % DS.A, DS(5), format(DS.A, '03'))


class DX(str, Enum):
    A = 'a'


print(DX.A, f'{DX.A}', DX.A == 'a', repr(DX.A))


class TP(tuple, Enum):
    A = (1, 2)


print(TP.A, TP.A[0], repr(TP.A))


class Planet(Enum):
    EARTH = (1, 2)

    def __new__(cls, a, b):
        o = object.__new__(cls)
        o._value_ = a * 10
        o.x = b
        return o


print(Planet.EARTH.value, Planet(10), Planet.EARTH.x)
