# Type variables and their repr.
from typing import *

T = TypeVar('T')
U = TypeVar('U', bound=int)
V = TypeVar('V', int, str)
C = TypeVar('C', covariant=True)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
print(T, U, V, C, P, Ts, T.__bound__, U.__bound__, V.__constraints__, T.__module__, P.args, P.kwargs)
