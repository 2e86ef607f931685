# The iterator protocol, by classes and in loops.
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        return iter(range(1, self.start + 1))


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), list(c), list(reversed(c)), sum(c), max(c), sorted(c), 2 in c, tuple(c), [*c], {*c})
it = iter(c)
print(next(it), list(it), next(it, "end"))
print(dict(zip(c, "abc")), list(enumerate(c, 10)), list(map(lambda a, b: a * b, c, c)), list(filter(lambda n: n % 2, c)))
a, b, d = c
first, *rest = c
print(a, b, d, first, rest)
for x in c:
    for y in c:
        if y == 2:
            break
        print(x, y, end="; ")
    else:
        print("never")
else:
    print("| loop ended")


class Sequence:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError("done")
        return i * i


print(list(Sequence()), 9 in Sequence(), 5 in Sequence(), *Sequence())


class Grid:
    def __init__(self, w, h):
        self.w, self.h = w, h

    def __iter__(self):
        for y in range(self.h):
            for x in range(self.w):
                yield x, y

    def __len__(self):
        return self.w * self.h

    def __length_hint__(self):
        return 3


print(list(Grid(2, 2)), len(Grid(3, 3)), [x + y for x, y in Grid(2, 3)])


def pairs(items):
    it = iter(items)
    return zip(it, it)


print(list(pairs("abcdef")), list(iter([1, 2, 3, 0, 4].pop, 2)))


def window(items, n):
    items = list(items)
    return (items[i:i + n] for i in range(len(items) - n + 1))


print(list(window(range(5), 3)))
try:
    iter(5)
except TypeError as error:
    print(error)
try:
    next([])
except TypeError as error:
    print(error)
try:
    a, b = c
except ValueError as error:
    print(error)
try:
    a, b, d, e = c
except ValueError as error:
    print(error)
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as error:
    print(error)
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers[:]:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers, [n for row in [[1, 2], [3]] for n in row if n != 2], {n % 3 for n in range(10)})
print(list(range(10, 0, -3)), range(0, 20, 5)[2], range(5) == range(0, 5), len(range(0, 100, 7)), 14 in range(0, 100, 7), range(10)[2:8:2], range(3).index(2))
print(list(zip(*[(1, "a"), (2, "b")])), list(zip([1, 2], "xyz")), all(x > 0 for x in []), any([0, "", None, 5]))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
while numbers:
    n = numbers.pop()
    if n == 3:
        continue
    print(n, end=" ")
else:
    print("empty")
