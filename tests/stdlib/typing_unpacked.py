# typing: type variable tuples, unpacked tuples of any length in the middle, what is cached, warnings.
import pickle
import typing
import warnings
from typing import *


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


T1, T2, Ts, P = TypeVar('T1'), TypeVar('T2'), TypeVarTuple('Ts'), ParamSpec('P')


class A(Generic[*Ts]): ...
class B(Generic[T1, *Ts]): ...
class C(Generic[*Ts, T1]): ...
class D(Generic[T1, *Ts, T2]): ...
class E(Generic[T1, T2]): ...


for make in (lambda: A[*tuple[int, ...]], lambda: B[*tuple[int, ...]], lambda: C[str, *tuple[int, ...]], lambda: D[*tuple[int, ...]], lambda: D[str, *tuple[int, ...], bool], lambda: E[int, *tuple[str, ...]], lambda: A[()], lambda: B[()],
             lambda: D[int], lambda: D[int, str], lambda: tuple[T1, *Ts][*tuple[int, ...]], lambda: Tuple[T1, *Ts, T2][int, str, bool, bytes], lambda: tuple[T1, *Ts][int], lambda: Callable[[*Ts], T1][int, str, bool], lambda: D[T1, *Ts, T2][int, *tuple[str, ...], bool],
             lambda: A[*tuple[int, ...], *tuple[str, ...]], lambda: B[*tuple[int, ...], *Ts], lambda: tuple[*Ts, T1][()], lambda: Generic[Ts], lambda: Generic[*Ts, int], lambda: Union[int, *Ts], lambda: E[int], lambda: E[int, str, bool], lambda: A[*Tuple[int, str]],
             lambda: Unpack[Ts], lambda: Unpack[int, str], lambda: Annotated[*Ts, 1], lambda: B[T1, *Ts][str], lambda: Optional[*Ts]):
    attempt(make)
print(List[int] is List[int], Union[int, str] is Union[int, str], Unpack[Ts] is Unpack[Ts], Annotated[int, 1] is Annotated[int, 1], Annotated[int, 1] is Annotated[int, True], E[int, str] is E[int, str], Callable[[int], str] is Callable[[int], str], Literal[1] is Literal[True], Tuple[()] is Tuple[()])
print(Literal[int], Literal['a', b'b', None, True], Literal[1, 1, True, 1.0], Literal[[], []].__args__, Literal[Literal[1, 2], 3])
for value in (Union, Union[int, str], List, Tuple, Callable, Annotated[int, 1], Any, Callable[..., int]):
    attempt(lambda: iter(value))
attempt(lambda: next(iter(List[int])))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    X = TypedDict('X', a=int, b=str)
    isinstance(b'', typing.ByteString)
    print([f"{w.category.__name__}: {w.message}" for w in caught], X.__annotations__)


class Base1(TypedDict):
    a: NotRequired[int]


class Base2(TypedDict):
    a: Required[str]


class Child(Base1, Base2): ...


class Pair(NamedTuple, Generic[T1]):
    x: T1
    y: int = 0


class Plain(NamedTuple):
    x: int


print(sorted(Child.__required_keys__), sorted(Child.__optional_keys__), Pair[int](1), Pair.__orig_bases__[1:], Plain.__orig_bases__ == (NamedTuple,), Pair.__parameters__)


class Shape(Protocol):
    x: int


class Square(Shape):
    def __init__(self):
        super().__init__()
        self.x = 3


print(Square().x, get_type_hints(lambda *args: 0), pickle.loads(pickle.dumps(List[int])) is List[int])


def f(*args: *tuple[int, str], **kw: Unpack[X]): ...


print(get_type_hints(f), f.__annotations__)
scope = {}
exec("from typing import *\nT = TypeVar('T')\nP = ParamSpec('P')\nN = NewType('N', int)", scope)
print(scope['T'].__module__, scope['P'].__module__, scope['N'].__module__)
for make in (lambda: type('S', (type(P.args),), {}), lambda: type('S', (P.args,), {}), lambda: type('S', (TypeVar,), {}), lambda: type('S', (T1,), {})):
    attempt(make)
