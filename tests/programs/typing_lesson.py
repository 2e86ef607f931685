# Hints that run: generics, protocols, unions, TypedDict, overloads, get_type_hints.
from __future__ import annotations
from dataclasses import dataclass
from typing import (Any, Callable, Generic, Iterable, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, cast, get_args, get_origin,
                    get_type_hints, overload, runtime_checkable, TYPE_CHECKING, Final, Annotated, NewType)

if TYPE_CHECKING:
    import nowhere

T = TypeVar("T")
K = TypeVar("K", bound="Comparable")
MAX: Final = 3
UserId = NewType("UserId", int)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


@runtime_checkable
class Sized2(Protocol):
    def __len__(self) -> int: ...


class Movie(TypedDict, total=False):
    title: str
    year: int


class Pair[A, B]:
    def __init__(self, a: A, b: B):
        self.a, self.b = a, b

    def swapped(self) -> Pair[B, A]:
        return Pair(self.b, self.a)


def first[X](items: list[X], default: X | None = None) -> X | None:
    return items[0] if items else default


type Tree[N] = N | list[Tree[N]]


def total(tree: Tree[int]) -> int:
    return tree if isinstance(tree, int) else sum(map(total, tree))


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


@dataclass
class Config:
    name: str
    size: Optional[int] = None
    mode: Literal["r", "w"] = "r"
    limit: Annotated[int, "positive"] = 5


s = Stack[int]()
s.push(1)
print(s.pop(), Stack[int], Stack.__parameters__, Stack[str].__args__)
print(isinstance([], Sized2), isinstance(5, Sized2), Movie(title="x"), Movie.__annotations__)
print(Pair(1, "a").swapped().a, Pair.__type_params__, first([1, 2]), first([], 9), Tree, Tree.__value__, total([1, [2, [3]], 4]))
print(double(2), double("ab"), UserId(5) + 1, UserId.__name__, cast(int, "not checked"), MAX)
print(get_type_hints(Config), Config.__annotations__["size"])
print(get_type_hints(Config, include_extras=True)["limit"])
print(get_origin(dict[str, int]), get_args(dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_args(Callable[[int], str]))
print(Optional[int], Union[int, str, int], int | str | None, list[int], dict[str, list[int]], Callable[..., Any], Literal[1, "a"], Iterable[T], tuple[int, ...])
print(isinstance(3, int | str), isinstance(None, int | None), (int | str) == (str | int), list[int] == list[int])
for bad in (lambda: isinstance([], list[int]), lambda: Union[1, 2], lambda: list[int](5) and Generic[int], lambda: Literal, lambda: Optional[int, str]):
    try:
        print(bad())
    except TypeError as error:
        print(error)


def annotated(a: int, b: "str" = "x", *c: float, d: bool = True, **e: Any) -> None:
    pass


print(annotated.__annotations__, get_type_hints(annotated)["b"])
x: int = 5
y: "undefined"
print(__annotations__, "y" in globals())
