# IntFlag keeps unknown bits.
from enum import *

class IF(IntFlag):
    A = 1
    B = 2


print(repr(IF.A | 8), IF(8), str(IF.A | IF.B), IF.A | IF.B | 16, ~IF.A, repr(~IF.A))
