"""Attributes that are given from outside of the class: more than the first instance has room for, read and written again."""


class Bag:
    pass


class Base:
    def __init__(self):
        self.a = 1


class Derived(Base):
    def fill(self, n):
        for i in range(n):
            setattr(self, f"x{i}", i)
        self.last = n
        return self


def total(o):
    o.count = o.count + 1
    return o.first + o.second + o.third + o.count


bags = []
for turn in range(6):
    bag = Bag()
    bag.first, bag.second, bag.third, bag.count = turn, turn * 2, turn * 3, 0
    bags.append(bag)
print([total(b) for b in bags for _ in range(3)])
print([vars(b) for b in bags])

many = [Derived().fill(n) for n in (0, 3, 7, 12, 70, 130, 3)]
print([(d.a, d.last, len(vars(d))) for d in many for _ in range(2)])
print([d.x2 for d in many if hasattr(d, "x2")], list(vars(many[1])))

for bag in bags[:2]:
    del bag.second
    try:
        total(bag)
    except AttributeError as error:
        print(error)
    bag.second = 10
    print(total(bag), list(vars(bag)))
Bag.first = property(lambda self: 100)
print([total(b) for b in bags])
try:
    bags[3].first = 1
except AttributeError as error:
    print(error)
bags[3].__class__ = Derived
print(bags[3].second, type(bags[3]).__name__)
