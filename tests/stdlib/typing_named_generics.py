from typing import *
T = TypeVar("T")
class Box(NamedTuple, Generic[T]):
    item: T
    name: str = "box"
    def shout(self): return f"{self.name}!"
print(Box(1), Box[int], Box[int](5, "x"), Box(2).shout(), Box._fields, Box._field_defaults, Box.__annotations__, Box.__orig_bases__[1:], Box.__bases__, Box.__mro__)
class Pair[A, B](NamedTuple):
    a: A
    b: B
print(Pair(1, "x"), Pair[int, str], Pair.__parameters__, Pair.__type_params__, Pair(1, 2) == (1, 2))
class Movie[N](TypedDict):
    name: N
print(Movie[str], Movie(name="x"), Movie.__required_keys__, Movie.__total__)
for source in ("class X(NamedTuple, int): a: int", "class X(NamedTuple):\n a: int\n def _make(self): pass", "class X(NamedTuple):\n a: int = 1\n b: str", "class X(NamedTuple):\n _a: int", "class X(TypedDict, int): pass", "NamedTuple('X', [('a', int)], b=int)", "NamedTuple('X', 5)", "class X(TypedDict):\n def f(self): pass"):
    try: exec(source); print("fine")
    except Exception as e: print(type(e).__name__, e)
print(Literal[1, "a", None, True, b"x"], Literal[1, 1, 2].__args__, Literal[1] == Literal[True], Optional[Literal["a"]], Union[int, None, str], Union[int], Optional[None], get_args(Dict[str, int]), get_origin(List[int]), Annotated[int, "m"].__metadata__)
