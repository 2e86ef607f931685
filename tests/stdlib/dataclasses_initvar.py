# InitVar, ClassVar, init=False, string annotations.
from dataclasses import *

def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e).__name__, e)


@dataclass
class I:
    a: int
    b: InitVar[int] = 4
    c: int = field(init=False)
    from typing import ClassVar
    d: ClassVar[int] = 9

    def __post_init__(self, b):
        self.c = self.a + b


print(I(1), I(1, 2).c, [f.name for f in fields(I)], I.b, I.d, InitVar[int], InitVar)
t('replace(I(1),c=3)')
t('replace(I(1))')
print(replace(I(1), b=7))


@dataclass
class Str:
    a: 'int'
    b: 'InitVar[int]' = 1
    c: 'ClassVar[int]' = 2


print([f.name for f in fields(Str)], Str(1))
