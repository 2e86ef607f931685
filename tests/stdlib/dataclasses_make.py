# make_dataclass.
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


t('make_dataclass("C",["a","a"])')
t('make_dataclass("C",["class"])')
t('make_dataclass("C",[3])')
t('make_dataclass("C",["1"])')
C = make_dataclass('C', [('x', int), 'y', ('z', int, field(default=5))], bases=(P,), namespace={'f': lambda s: 7})
print(C)
C = make_dataclass('C', [('x', int), 'y', ('z', int, field(default=5))], namespace={'f': lambda s: 7})
print(C(1, 2), C(1, 2).f(), C.__annotations__, C.__module__)
