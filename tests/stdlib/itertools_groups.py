"""groupby and tee: shared sources."""
from itertools import chain, count, groupby, islice, tee

print([(k, list(g)) for k, g in groupby('AAAABBBCCDAABBB')])
print([(k, list(g)) for k, g in groupby(range(10), lambda x: x // 4)], list(groupby([])))
print([k for k, g in groupby('AAABBC')])
print([(k, list(g)) for k, g in groupby(iterable=[1, -1, 2], key=abs)])
kept = list(groupby('aab'))
print([k for k, _ in kept], [list(g) for _, g in kept])
g = groupby('aaabbb')
k1, first = next(g)
print(k1, next(first))
k2, second = next(g)
print(k2, list(first), next(second), list(second))
print(type(first).__name__, type(g).__name__)
g = groupby([1, 1.0, True, 2])
print([(k, list(v)) for k, v in g])


class Odd:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        print('eq', self.v, other.v)
        return self.v == other.v


print([(k.v, len(list(v))) for k, v in groupby([Odd(1), Odd(1), Odd(2)])])

a, b = tee('abc')
print(list(a), list(b), list(a))
a, b, c = tee(range(200), 3)
print(sum(a), next(b), sum(islice(b, 100)), sum(c), sum(b))
print(tee([], 0), len(tee('a', 1)), type(a).__name__)
a, = tee(count(), 1)
print(next(a), next(a))
b, c = tee(a)
d = b.__copy__()
print(next(b), next(b), next(c), next(d), next(a))


def noisy():
    for i in range(3):
        print('draw', i)
        yield i


a, b = tee(noisy())
print(next(a), next(a), next(b), list(a), list(b))


class Again:
    def __iter__(self):
        return self

    def __next__(self):
        return next(pair[1])


pair = tee(Again())
try:
    next(pair[0])
except RuntimeError as e:
    print('RuntimeError:', e)


class Copyable:
    def __init__(self, at=0):
        self.at = at

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        return self.at

    def __copy__(self):
        return Copyable(self.at)


x, y = tee(Copyable())
print(type(x).__name__, next(x), next(x), next(y))
