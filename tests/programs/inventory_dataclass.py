# A shop's stock with dataclasses.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
from typing import ClassVar, Optional


@dataclass(order=True)
class Item:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    tags: list[str] = field(default_factory=list, compare=False)
    currency: ClassVar[str] = "EUR"

    def __post_init__(self):
        if self.price < 0:
            raise ValueError("price must not be negative")
        self.sort_index = self.price

    @property
    def total(self) -> float:
        return self.price * self.quantity


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
    label: Optional[str] = None

    def moved(self, dx=0, dy=0):
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass
class Stock:
    items: dict[str, Item] = field(default_factory=dict)

    def add(self, item: Item) -> None:
        self.items[item.name] = item

    def __iter__(self):
        return iter(sorted(self.items.values()))

    def __len__(self):
        return len(self.items)


stock = Stock()
stock.add(Item("pen", 1.5, 100, ["office"]))
stock.add(Item("desk", 199.99, 2))
stock.add(Item("lamp", 30.0, tags=["light", "office"]))
for item in stock:
    print(f"{item.name:10}{item.price:>8.2f} x {item.quantity:<4}= {item.total:>9.2f} {Item.currency} {item.tags}")
print(len(stock), sum(item.total for item in stock))
print(asdict(stock.items["pen"]))
print(astuple(Point(1, 2)), Point(1, 2) == Point(1, 2), hash(Point(1)) == hash(Point(1)))
print(Point(3).moved(dy=4), {Point(0, 0), Point(0), Point(x=0)})
try:
    Point(1).x = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)
try:
    Item("bad", -1)
except ValueError as error:
    print("ValueError", error)
try:
    Item("short")
except TypeError as error:
    print("TypeError", error)
print([f.name for f in fields(Item)], Item.__match_args__)
print(stock)
print(Item("a", 1) < Item("b", 2), max(stock).name)
