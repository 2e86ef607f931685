# Fields, defaults, generated methods.
from dataclasses import *
import inspect

@dataclass
class P:
    x: int
    y: int = 5
    z: list = field(default_factory=list, repr=False)
    w: int = field(default=3, kw_only=True, compare=False)


print(P(1), P(1) == P(1), P.__doc__, inspect.signature(P), P.__match_args__, asdict(P(1)), astuple(P(1)), replace(P(1), x=2), fields(P)[0].name, P.__hash__)
print(P.__dataclass_params__)
print(P.__init__.__qualname__, P.__eq__.__qualname__, P.__init__.__annotations__, P.y)
