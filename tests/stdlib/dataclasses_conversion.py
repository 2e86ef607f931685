# asdict and astuple, recursively; match.
from dataclasses import *
from collections import namedtuple

@dataclass
class P:
    x: int
    y: int = 5
    z: list = field(default_factory=list, repr=False)
    w: int = field(default=3, kw_only=True, compare=False)


@dataclass
class Nest:
    p: P
    l: list
    d: dict


n = Nest(P(1), [P(2)], {'k': P(3)})
print(asdict(n))
print(astuple(n))
print(asdict(n, dict_factory=lambda kv: kv))
print(is_dataclass(P), is_dataclass(P(1)), is_dataclass(3))
match P(1, 2):
    case P(x, y):
        print(x, y)
print(asdict(Nest(1, [namedtuple('NN', 'a b')(1, P(2))], {})))
