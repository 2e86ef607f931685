# Classes that cannot be dataclasses.
from dataclasses import *

@dataclass
class P:
    x: int
    y: int = 5
    z: list = field(default_factory=list, repr=False)
    w: int = field(default=3, kw_only=True, compare=False)


@dataclass(order=True, frozen=True)
class Q:
    a: int
    b: str = 'x'


def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e).__name__, e)


t('\n@dataclass\nclass X:\n    a: int = 1\n    b: int\n')
t('\n@dataclass\nclass X:\n    a: list = []\n')
t('\n@dataclass(frozen=True)\nclass X(P): pass\n')
t('\n@dataclass\nclass X(Q): pass\n')
t('\n@dataclass(order=True)\nclass X:\n    a:int\n    def __lt__(s,o): pass\n')
t('\n@dataclass(order=True,eq=False)\nclass X: a:int\n')
t('\n@dataclass\nclass X:\n    a = field()\n')
t('\n@dataclass(unsafe_hash=True)\nclass X:\n    a:int\n    def __hash__(s): return 1\n')
t('\n@dataclass(frozen=True)\nclass X:\n    a:int\n    def __setattr__(s): return 1\n')
t('\n@dataclass(weakref_slot=True)\nclass X: a:int\n')
t("\n@dataclass(slots=True)\nclass X:\n    a:int\n    __slots__=('a',)\n")
t('\n@dataclass\nclass X:\n    _:KW_ONLY\n    a:int\n    __:KW_ONLY\n')
t('\n@dataclass\nclass X:\n    a:InitVar[int]=field(default_factory=list)\n')
