# Recursive repr; methods switched off.
from dataclasses import *

@dataclass
class R:
    me: object = None


r = R()
r.me = r
print(r)


@dataclass(repr=False, eq=False)
class N:
    a: int


print(N(1) == N(1), '__repr__' in N.__dict__)


@dataclass(init=False)
class NI:
    a: int = 3


print(NI())
