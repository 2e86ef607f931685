# Wrong arguments to constructors and functions.
from dataclasses import *

@dataclass
class P:
    x: int
    y: int = 5
    z: list = field(default_factory=list, repr=False)
    w: int = field(default=3, kw_only=True, compare=False)


def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e).__name__, e)


t('P()')
t('P(1,2,3,4)')
t('replace(P(1),q=2)')
t('fields(3)')
t('asdict(3)')
t('asdict(P)')
t('replace(3)')
t('field(default=1,default_factory=list)')
t('astuple(4)')
