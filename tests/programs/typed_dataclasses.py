"""dataclasses, enums, typing, protocols and generics as a heavy user of them writes."""
from __future__ import annotations
import abc, dataclasses as dc, enum, functools, typing as t, collections.abc as cabc, types, inspect, operator, sys
from typing import *
@dc.dataclass(order=True)
class Version:
    major: int; minor: int = 0; patch: int = 0; pre: str | None = dc.field(default=None, compare=False, kw_only=True); _: dc.KW_ONLY; tags: list[str] = dc.field(default_factory=list, repr=False, hash=False, metadata={'x': 1})
    COUNT: ClassVar[int] = 0; scale: dc.InitVar[int] = 1
    def __post_init__(self, scale): self.major *= scale; type(self).COUNT += 1
    @classmethod
    def parse(cls, s: str) -> Self: return cls(*map(int, s.split('.')))
print(Version.parse('1.2.3'), Version(1) < Version(1, 1), Version(2, scale=3), Version.COUNT, [f.name for f in dc.fields(Version)], inspect.signature(Version), dc.asdict(Version(1, tags=['a'])), Version.__match_args__, dc.fields(Version)[4].metadata)
for f in (lambda: Version(), lambda: Version(1, 2, 3, 'a'), lambda: Version(1) < 3, lambda: hash(Version(1)), lambda: dc.replace(Version(1), scale=2), lambda: dc.replace(Version(1), nope=1), lambda: dc.make_dataclass('A', [('x', int), ('y', int, 3), ('z', int)]), lambda: dc.dataclass(type('B', (), {'__annotations__': {'a': list}, 'a': []})), lambda: dc.fields(3), lambda: dc.dataclass(order=True, eq=False)(type('C', (), {}))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dc.dataclass(frozen=True, slots=True, weakref_slot=True)
class P:
    x: float; y: float = 0.0
    def __add__(self, o: P) -> P: return P(self.x + o.x, self.y + o.y)
    @functools.cached_property
    def norm(self): return abs(complex(self.x, self.y))
p = P(3, 4) + P(0)
print(p, hash(p) == hash(P(3, 4.0)), P.__slots__, dc.astuple(p), p == (3, 4))
for f in (lambda: setattr(p, 'x', 1), lambda: setattr(p, 'q', 1), lambda: p.norm, lambda: delattr(p, 'x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dc.dataclass
class Base: a: int = 1
@dc.dataclass
class Kid(Base): b: int = 2; a: int = 5
print(Kid(), Kid(9, 8), dc.is_dataclass(Kid), repr(dc.MISSING)[:20], Kid() == Kid(5, 2), Kid() == Base(5))
class Color(enum.Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    @classmethod
    def _missing_(cls, v): return cls.RED if v == 'red' else None
    @enum.property
    def hex(self): return f'#{self.value:02x}'
    def __str__(self): return self.name.lower()
print(list(Color), Color.CRIMSON, Color('red'), Color.__members__, Color['GREEN'].hex, f'{Color.RED}', f'{Color.RED!r:>20}', Color.RED.name, isinstance(Color.RED, Color), len(Color), Color.RED in Color, 3 in Color)
for f in (lambda: Color(9), lambda: Color['NO'], lambda: setattr(Color, 'RED', 3), lambda: type('X', (Color,), {}), lambda: Color.RED < Color.GREEN, lambda: enum.unique(Color), lambda: Color.RED.GREEN):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Perm(enum.IntFlag, boundary=enum.STRICT): R = 4; W = 2; X = 1; RW = R | W
class Auto(enum.StrEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.title() + str(count)
    ONE = enum.auto(); TWO = enum.auto()
class Planet(enum.Enum):
    EARTH = (5.9, 6.3); MARS = (0.6, 3.3)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(Perm.RW, Perm(7), ~Perm.R, Perm.R | 1, [*Perm], Perm.RW.value, list(Perm.RW), Auto.ONE, Auto.TWO.upper(), Planet.MARS.mass, Planet((5.9, 6.3)), enum.Enum('Dyn', 'A B', start=5).B, repr(enum.IntEnum('I', {'a': 1}).a), Perm['R'])
try: Perm(64)
except ValueError as e: print(str(e).replace('\n', ' / '))
T = TypeVar('T'); K = TypeVar('K', bound=cabc.Hashable); V = TypeVar('V', int, str)
class Repo(Generic[K, T]):
    def __init__(self) -> None: self.d: dict[K, T] = {}
    def get(self, k: K, default: Optional[T] = None) -> T | None: return self.d.get(k, default)
class Users(Repo[int, 'User']): ...
class User(TypedDict, total=False): name: Required[str]; age: NotRequired[int]; tags: Annotated[list[str], 'doc']
class Point(NamedTuple): x: int; y: int = 0
print(Users.__orig_bases__, Repo[int, str], Repo[int, T][str], get_type_hints(Repo.get), get_type_hints(User), get_type_hints(User, include_extras=True), User(name='a'), sorted(User.__required_keys__), sorted(User.__optional_keys__), Point(1), Point.__annotations__, K, V.__constraints__)
for f in (lambda: Repo[int], lambda: List[int]([1]), lambda: Union[int, str, int], lambda: Optional[None], lambda: Callable[[int], str], lambda: Literal['a', 1, True], lambda: get_args(Dict[str, List[int]]), lambda: get_origin(list[int]), lambda: isinstance([], List), lambda: isinstance([], List[int]), lambda: Union[int], lambda: int | None | str, lambda: isinstance(3, int | str), lambda: Tuple[()], lambda: Tuple[int, ...], lambda: Type[int], lambda: Annotated[int, 1, 2], lambda: Final[int], lambda: ClassVar[int], lambda: NewType('Id', int)(5), lambda: cast(str, 5), lambda: TypeVar('A', covariant=True), lambda: ParamSpec('P').args, lambda: Concatenate[int, ParamSpec('P')], lambda: Unpack[Tuple[int]], lambda: reveal_type(3) if 0 else 1, lambda: assert_never(3), lambda: Any(), lambda: Union[()], lambda: Literal[[1]], lambda: TypedDict('TD', {'a': int})(a=1), lambda: NamedTuple('NT', [('a', int)])(1), lambda: Generic[int], lambda: ForwardRef('x y')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@runtime_checkable
class Sized2(Protocol):
    def __len__(self) -> int: ...
class Comparable(Protocol[T]):
    def compare(self, o: T) -> int: ...
class Impl(Comparable[int]):
    def compare(self, o): return 0
print(isinstance([], Sized2), issubclass(dict, Sized2), Impl().compare(1), Comparable[int], is_protocol(Comparable) if 'is_protocol' in globals() else '', Comparable.__parameters__)
def deco[**P2, R](f: Callable[P2, R]) -> Callable[P2, list[R]]:
    @functools.wraps(f)
    def inner(*a: P2.args, **k: P2.kwargs) -> list[R]: return [f(*a, **k)]
    return inner
@deco
def add(a: int, b: int = 2) -> int: "adds"; return a + b
print(add(1), add.__wrapped__(1), inspect.signature(add), add.__doc__, deco.__type_params__, get_type_hints(add), add.__annotations__)
@overload
def conv(x: int) -> str: ...
@overload
def conv(x: str) -> int: ...
def conv(x): return str(x) if isinstance(x, int) else int(x)
print(conv(3), conv('4'), len(get_overloads(conv)), final(conv) is conv, override(conv).__override__)
type Tree[N] = tuple[N, list[Tree[N]]] | None
print(Tree, Tree.__value__, Tree[int], Tree.__type_params__, type(Tree))
match Version(1, 2), P(1, 2), Color.RED, {'k': [1, *'ab']}:
    case Version(major, minor=2), P(x, y), Color.RED as c, {'k': [int(n), *rest], **kw}: print(major, x, y, c, n, rest, kw)
