# match statements of every kind.
from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Circle:
    center: Point
    radius: float


class Color(Enum):
    RED = 1
    BLUE = 2


class Custom:
    __match_args__ = ("first", "second")

    def __init__(self, *args):
        self.first, self.second = args


LIMIT = 100


def describe(x):
    match x:
        case None | False | True:
            return f"singleton {x}"
        case 0:
            return "zero"
        case int(n) if n > LIMIT:
            return f"big {n}"
        case int() | float() as n:
            return f"number {n}"
        case -1j:
            return "minus j"
        case "" | b"":
            return "empty text"
        case str(s) if s.isupper():
            return f"SHOUT {s}"
        case str():
            return f"text {x}"
        case []:
            return "empty list"
        case [one]:
            return f"just {one}"
        case [Point(x=0, y=0), *_]:
            return "from the origin"
        case ["go", ("north" | "south" | "east" | "west") as way]:
            return f"go {way}"
        case ["add", *numbers] if all(isinstance(n, int) for n in numbers):
            return f"sum {sum(numbers)}"
        case (a, b):
            return f"pair {a} {b}"
        case [first, *middle, last]:
            return f"from {first} over {len(middle)} to {last}"
        case {"type": "circle", "r": r}:
            return f"dict circle {r}"
        case {"type": str(t), **rest} if rest:
            return f"dict {t} with {sorted(rest)}"
        case {}:
            return f"dict of {len(x)}"
        case Circle(center=Point(x, y), radius=r) if r > 0:
            return f"circle at {x},{y} r {r}"
        case Point(0, y):
            return f"on the y axis at {y}"
        case Point(x, y):
            return f"point {x} {y}"
        case Color.RED:
            return "red"
        case Color():
            return "other color"
        case Custom(a, second=b):
            return f"custom {a} {b}"
        case _:
            return f"something: {type(x).__name__}"


for x in (None, True, 0, 5, 500, 2.5, -1j, "", b"", "HEY", "hey", [], [1], [Point(0, 0), 1, 2], ["go", "north"], ["go", "up"], ["add", 1, 2, 3], (1, 2), range(4),
          {"type": "circle", "r": 3}, {"type": "box", "w": 1}, {"type": "box"}, {}, {1: 2, 3: 4}, Circle(Point(1, 2), 3), Circle(Point(1, 2), 0), Point(0, 7), Point(3, 4),
          Color.RED, Color.BLUE, Custom("a", "b"), {1, 2}, object, iter([])):
    print(describe(x))


def bind(x):
    match x:
        case [1, y] | [y, 1]:
            return y
        case [[a, [b, *c]], d]:
            return a, b, c, d
    return "none"


print(bind([1, 5]), bind([6, 1]), bind([1, 1]), bind([[1, [2, 3, 4]], 5]), bind("ab"))
match 1, 2:
    case x, y if x > y:
        print("greater")
    case x, y:
        print("not greater", x, y)
match = 5
case = match + 1
print(match, case)
try:
    match 3:
        case int(a, b):
            pass
except TypeError as error:
    print(error)
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)


class NoArgs: pass


try:
    match NoArgs():
        case NoArgs(1):
            pass
except TypeError as error:
    print(error)
