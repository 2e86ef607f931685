# Documentation, signature, copies, inheritance.
from enum import *
import inspect
import copy

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


class G(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    A = auto()
    B = auto()


print(C.__doc__, F.__doc__, I.__mro__, type(C), isinstance(C.R, C), C.R.__class__, C.R.__objclass__ if hasattr(C.R, '__objclass__') else None)
print(inspect.signature(C), C.__bool__ if hasattr(C, '__bool__') and 0 else bool(C))
print(copy.deepcopy(C.R) is C.R, copy.copy(F.A | F.D))


class Em(Enum):

    def f(self):
        return 1


class Sub(Em):
    A = 1


print(Sub.A.f(), list(Em), Em)
