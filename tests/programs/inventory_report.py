# Inventory: dataclasses, enum, csv, json, logging to a string stream.
import csv, io, json, logging, sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field, asdict, replace, fields, astuple
from decimal import Decimal, ROUND_HALF_UP
from enum import Enum, Flag, IntEnum, auto, StrEnum
from functools import cached_property, total_ordering, singledispatch, partial
from itertools import groupby, chain, pairwise, accumulate, batched
from operator import attrgetter, itemgetter
from typing import NamedTuple, Protocol, TypedDict, runtime_checkable

class Category(StrEnum):
    TOOL = auto()
    TOY = auto()
    FOOD = "eat"

class Access(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC

class Prio(IntEnum):
    LOW = 1
    HIGH = 10

@total_ordering
@dataclass(eq=False)
class Item:
    name: str
    price: Decimal
    category: Category
    tags: list[str] = field(default_factory=list, repr=False)
    count: int = field(default=1, metadata={"unit": "pcs"})

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"negative price: {self.price!r}")

    def __eq__(self, o):
        return (self.price, self.name) == (o.price, o.name)

    def __lt__(self, o):
        return (self.price, self.name) < (o.price, o.name)

    @cached_property
    def total(self):
        return (self.price * self.count).quantize(Decimal("0.01"), ROUND_HALF_UP)

TEXT = '''name,price,category,tags,count
hammer,12.505,tool,"metal;heavy",3
doll,7.99,toy,,10
bread,2.1,eat,"fresh",100
"quoted ""x""",-1,toy,,1
saw,12.505,tool,metal,2
'''
stream = io.StringIO()
logging.basicConfig(stream=stream, level=logging.DEBUG, format="%(levelname)-8s|%(name)s|%(funcName)s|%(message)s")
log = logging.getLogger("inv")

def load(text):
    items = []
    for row in csv.DictReader(io.StringIO(text)):
        try:
            items.append(Item(row["name"], Decimal(row["price"]), Category(row["category"]), row["tags"].split(";") if row["tags"] else [], int(row["count"])))
        except ValueError as e:
            log.warning("bad row %s: %s", row, e)
    return items

items = load(TEXT)
print(*sorted(items), sep="\n")
print(max(items), min(items), items[0] >= items[1])
for cat, group in groupby(sorted(items, key=attrgetter("category")), key=attrgetter("category")):
    group = list(group)
    print(f"{cat:>6} {cat!r:<25} {sum(i.total for i in group):>10,.2f} {[g.name for g in group]}")
print(json.dumps([asdict(i) for i in items], default=str, indent=1, sort_keys=True)[:300])
print(Counter(chain.from_iterable(i.tags for i in items)).most_common())
print(Access.READ | Access.EXEC, ~Access.READ, Access.ALL, Access(0), list(Access.ALL), Access.READ in Access.ALL)
print(repr(Access.READ | Access.WRITE), Access["ALL"], Prio.HIGH > Prio.LOW, f"{Prio.HIGH}", f"{Prio.HIGH!r}", Prio(10).name)
try:
    Category("none")
except ValueError as e:
    print(e)
try:
    Access["NONE"]
except KeyError as e:
    print(repr(e))
print(replace(items[0], name="mallet"), [f.name for f in fields(Item)], fields(Item)[4].metadata)
print(list(batched("abcdefg", 3)), list(pairwise([1, 2, 4])), list(accumulate([3, 1, 2], max)))
print(stream.getvalue())

class Point(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return (self.x**2 + self.y**2) ** .5
print(Point(3, 4).norm(), Point(1)._replace(y=5), Point._field_defaults, Point.__annotations__, Point(1, 2)._asdict())

@runtime_checkable
class HasArea(Protocol):
    def area(self) -> float: ...
class Sq:
    def area(self): return 1.
print(isinstance(Sq(), HasArea), isinstance(3, HasArea), issubclass(Sq, HasArea))
class Movie(TypedDict, total=False):
    name: str
    year: int
print(Movie(name="x"), Movie.__total__, Movie.__optional_keys__ == {"name", "year"})
@singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}: " + ", ".join(map(show, x))
print(show([1, "a", [2.5]]), show.registry.keys())
w = csv.writer(sys.stdout, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
w.writerows([[i.name, i.price, i.count, 1.5, None, 'q"q'] for i in items])
