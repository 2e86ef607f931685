# Members as globals.
import enum
from enum import *

class C(Enum):
    R = 1
    G = 2
    B = R


class G(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    A = auto()
    B = auto()


@global_enum
class GE(IntFlag):
    GA = 1
    GB = 2


print(GA, repr(GA), repr(GA | GB), str(GA | GB), GE(8))


@global_enum
class GN(Enum):
    NA = 1


print(repr(NA), str(NA))
print(pickle_by_global_name if 0 else '', enum.show_flag_values(7), hash(C.R) == hash('R'), C.R is C(C.R))
