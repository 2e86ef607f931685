# _missing_, _generate_next_value_ and _order_.
from enum import *

def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e), e)


class M(Enum):
    A = 1

    @classmethod
    def _missing_(cls, v):
        return cls.A if v == 9 else 3 if v == 8 else None


print(M(9))
t('M(8)')
t('M(7)')


class G(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    A = auto()
    B = auto()


print(G.A.value, G.B.value)


class O(Enum):
    _order_ = 'A B'
    A = 1
    B = 2


t("\nclass O(Enum):\n    _order_='B A'\n    A=1;B=2\n")
