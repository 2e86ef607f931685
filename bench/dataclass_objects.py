"""Dataclasses: making, comparing, hashing and replacing objects."""
from dataclasses import asdict, dataclass, field, replace


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)


@dataclass(frozen=True, order=True)
class Key:
    name: str
    number: int


points = [Point(i, i + 1) for i in range(300000)]
print(sum(p.x * p.y for p in points), points[5] == Point(5, 6))
keys = [Key(f"k{i % 100}", i) for i in range(60000)]
print(len(set(keys)), max(keys), len(sorted(keys)))
print(replace(keys[3], number=9), sum(len(asdict(p)) for p in points[:20000]))
