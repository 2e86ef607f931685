# A discrete event simulation of a shop with a heap of events, and a linear congruential generator.
from __future__ import annotations
import heapq
from dataclasses import dataclass, field
from itertools import count


class Random:
    def __init__(self, seed: int):
        self.state = seed

    def __iter__(self):
        return self

    def __next__(self) -> float:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 11) / 2 ** 53

    def between(self, low: int, high: int) -> int:
        return low + int(next(self) * (high - low + 1))

    def choice(self, items):
        return items[self.between(0, len(items) - 1)]

    def shuffle(self, items: list) -> None:
        for i in range(len(items) - 1, 0, -1):
            j = self.between(0, i)
            items[i], items[j] = items[j], items[i]


@dataclass(order=True)
class Event:
    time: int
    order: int
    action: object = field(compare=False)
    args: tuple = field(default=(), compare=False)


class Simulation:
    def __init__(self):
        self.now = 0
        self.events: list[Event] = []
        self.counter = count()

    def after(self, delay, action, *args):
        heapq.heappush(self.events, Event(self.now + delay, next(self.counter), action, args))

    def run(self, until=None):
        while self.events and (until is None or self.events[0].time <= until):
            event = heapq.heappop(self.events)
            self.now = event.time
            event.action(*event.args)


@dataclass
class Customer:
    name: str
    arrived: int
    goods: int

    @property
    def service(self):
        return 1 + self.goods // 3


class Shop(Simulation):
    def __init__(self, tills: int, seed: int = 1):
        super().__init__()
        self.random = Random(seed)
        self.free = tills
        self.line: list[Customer] = []
        self.waits: dict[str, int] = {}
        self.longest = 0

    def open(self, customers: int):
        at = 0
        for i in range(customers):
            at += self.random.between(0, 3)
            self.after(at, self.arrive, Customer(f"c{i:02}", at, self.random.between(1, 12)))
        return self

    def arrive(self, customer: Customer):
        self.line.append(customer)
        self.longest = max(self.longest, len(self.line))
        self.serve()

    def serve(self):
        while self.free and self.line:
            customer = self.line.pop(0)
            self.free -= 1
            self.waits[customer.name] = self.now - customer.arrived
            self.after(customer.service, self.leave, customer)

    def leave(self, customer: Customer):
        self.free += 1
        self.serve()


for tills in (1, 2, 3):
    shop = Shop(tills).open(25)
    shop.run()
    waits = shop.waits.values()
    print(f"{tills} tills: mean wait {sum(waits) / len(waits):6.2f}, longest {max(waits):3}, line {shop.longest:2}, closed at {shop.now}")
shop = Shop(1, seed=9).open(10)
shop.run(until=12)
print(shop.now, len(shop.events), shop.line[:1], sorted(shop.waits.items())[:4])
r = Random(2024)
cards = [rank + suit for suit in "♠♥" for rank in "789JQKA"]
r.shuffle(cards)
print(cards, r.choice("abc"), [r.between(1, 6) for _ in range(12)], f"{next(r):.12f}", r.state)


def walk(steps):
    position = 0
    for x, _ in zip(r, range(steps)):
        position += 1 if x < 0.5 else -1
        yield position


path = list(walk(60))
low, high = min(path), max(path)
for level in range(high, low - 1, -1):
    print(f"{level:>3} " + "".join("*" if p == level else " " for p in path).rstrip())


def euler(f, y, t, h):
    while True:
        yield t, y
        y += h * f(t, y)
        t += h


for (t, y), _ in zip(euler(lambda t, y: -0.5 * y, 10.0, 0.0, 0.25), range(5)):
    print(f"t={t:<5} y={y:.5f}")
