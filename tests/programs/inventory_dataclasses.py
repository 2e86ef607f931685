"""Inventory with dataclasses, enums, properties and a tiny report."""
from __future__ import annotations
from dataclasses import dataclass, field, asdict, astuple, replace, fields, InitVar, KW_ONLY, make_dataclass, is_dataclass
from enum import Enum, auto, IntEnum, Flag, IntFlag, StrEnum, unique
from typing import ClassVar, Optional
import functools, itertools, operator, collections

class Category(Enum):
    TOOL = auto()
    TOY = auto()
    FOOD = "food"
    @property
    def label(self): return self.name.title()
    @classmethod
    def parse(cls, s): return cls[s.upper()]

class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W

class Level(IntEnum):
    LOW = 1
    HIGH = 5

class Color(StrEnum):
    RED = auto()
    GREEN = auto()

@dataclass(order=True)
class Item:
    sort_index: tuple = field(init=False, repr=False)
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list, compare=False)
    category: Category = Category.TOOL
    _: KW_ONLY
    qty: int = 1
    count: ClassVar[int] = 0
    def __post_init__(self):
        self.sort_index = (self.price, self.name)
        Item.count += 1
    @property
    def total(self): return self.price * self.qty

@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)

@dataclass
class WithInit:
    a: int
    b: InitVar[int] = 3
    c: int = field(init=False, default=0)
    def __post_init__(self, b): self.c = self.a + b

items = [Item("saw", 12.5, ["sharp"]), Item("ball", 3, category=Category.TOY, qty=4), Item("axe", 12.5)]
for i in sorted(items): print(i, i.total)
print(Item.count, items[0] == replace(items[0]), items[0] < items[1])
print(asdict(items[0])); print(astuple(items[1]))
print([f.name for f in fields(Item)])
p = Point(1, 2)
try: p.x = 5
except Exception as e: print(type(e).__name__, e)
print(p + Point(3), hash(p) == hash(Point(1, 2)), {p: 1}[Point(1, 2)], Point.__slots__)
print(WithInit(1), WithInit(1, 10))
try: Item()
except TypeError as e: print(e)
try: Item("a", 1, [], Category.TOY, 5)
except TypeError as e: print(e)
print(Category.TOOL, repr(Category.FOOD), Category("food"), Category.parse("toy").label, list(Category), len(Category))
try: Category("nope")
except ValueError as e: print(e)
try: Category["NOPE"]
except KeyError as e: print(e)
print(Perm.RW, Perm.R | Perm.X, Perm.R in Perm.RW, ~Perm.R, Perm(0), bool(Perm.R & Perm.W), list(Perm.RW), repr(Perm(7)))
print(Level.HIGH > 3, Level.LOW + 1, f"{Level.LOW}", f"{Level.LOW:03d}", Color.RED, repr(Color.GREEN), Color.RED == "red", isinstance(Level.LOW, int))
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class Sub(Category): pass
except TypeError as e: print(e)
D = make_dataclass("D", [("x", int), ("y", int, field(default=5))], namespace={"s": lambda self: self.x + self.y})
print(D(1), D(1).s(), is_dataclass(D), is_dataclass(D(2)))
by = collections.defaultdict(list)
for it in items: by[it.category].append(it.name)
print(dict(by))
print({k.name: sum(i.total for i in g) for k, g in itertools.groupby(sorted(items, key=lambda i: i.category.name), key=operator.attrgetter("category"))})
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return 6.67300E-11 * self.mass / (self.radius ** 2)
for pl in Planet: print(f"{pl.name:10} {pl.g:6.2f}", pl.value)
F = Enum("F", "A B C", start=0); print(list(F), F.A.value, F.__members__)
class IF(IntFlag):
    A = 1; B = 2
print(IF.A | IF.B, IF(3), IF.A | 8, repr(IF.B), IF.A + 1)
