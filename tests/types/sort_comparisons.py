"""Which items a sort compares, and in which order, is part of what a script can see."""
import random


class Noted:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        notes.append((self.value, other.value))
        return self.value < other.value


def comparisons(values, **options):
    notes.clear()
    [Noted(value) for value in values]
    items = [Noted(value) for value in values]
    items.sort(**options)
    return len(notes), hash(tuple(notes)) % 10**6, [item.value for item in items] == sorted(values, **options)


notes = []
print(comparisons([3, 1, 2]), notes)
source = random.Random(3)
for size in (2, 10, 63, 64, 65, 200, 1000):
    print(size, comparisons([source.randrange(size) for _ in range(size)]), comparisons([source.randrange(5) for _ in range(size)], reverse=True))
runs = [x for n in (40, 300, 10, 90, 5, 200) for x in sorted(source.randrange(500) for _ in range(n))]
print(comparisons(runs), comparisons(runs[::-1]))
