# Classes that cannot be enumerations.
from enum import *

class C(Enum):
    R = 1
    G = 2
    B = R


def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e), e)


t('\nclass D(Enum):\n    A=1\n    A=2\n')
t('\n@unique\nclass D(Enum):\n    A=1;B=1;C=1\n')
t('\n@verify(CONTINUOUS)\nclass D(Enum):\n    A=1;B=4\n')
t('\n@verify(NAMED_FLAGS)\nclass D(Flag):\n    A=1;B=6\n')
t('\nclass D(C): pass\n')
t('\nclass D(Enum):\n    mro=1\n')
t('\nclass D(Enum):\n    _bad_=1\n')
t('\nclass D(StrEnum):\n    A=1\n')
t("\nclass D(Flag):\n    A='x'\n    B=auto()\n")
t("\nclass D(Enum):\n    A='x'\n    B=auto()\n")
t("\nclass D(Enum):\n    A='x'\n    _ignore_=['q']\n")
t('\nclass D(Enum,int):\n    A=1\n')
