# Keyword-only fields.
from dataclasses import *
import inspect

def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e).__name__, e)


@dataclass(kw_only=True)
class K:
    a: int
    b: int = 1


print(inspect.signature(K), K(a=1), K.__match_args__)
t('K(1)')


@dataclass
class K2(K):
    c: int = 0
    _: KW_ONLY
    d: int = 1


print(inspect.signature(K2), K2(a=1, c=4), K2.__match_args__)
