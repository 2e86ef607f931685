# order=True and frozen=True.
from dataclasses import *

@dataclass(order=True, frozen=True)
class Q:
    a: int
    b: str = 'x'


print(Q(1) < Q(2), hash(Q(1)) == hash(Q(1)), sorted([Q(3), Q(1)]), Q(1) <= Q(1))


def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e).__name__, e)


t('Q(1).a=3')
t('del Q(1).a')
t('Q(1)<3')
