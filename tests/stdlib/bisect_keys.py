# bisect with keys, bounds, other sequences, and what __lt__ is asked.
import bisect


class Noisy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f"{self.n} < {getattr(other, 'n', other)}?", end=' ')
        return self.n < getattr(other, 'n', other)


data = [1, 2, 2, 2, 5, 8]
for x in (0, 1, 2, 3, 5, 8, 9):
    print(x, bisect.bisect_left(data, x), bisect.bisect_right(data, x), bisect.bisect(data, x, 2), bisect.bisect_left(data, x, 1, 4), bisect.bisect(data, x, lo=3, hi=None))
items = [Noisy(n) for n in data]
print(bisect.bisect_left(items, Noisy(2)))
print(bisect.bisect_right(items, Noisy(2)))
pairs = [('a', 5), ('b', 3), ('c', 1)]
print(bisect.bisect_left(pairs, -3, key=lambda p: -p[1]), bisect.bisect_right(pairs, -3, key=lambda p: -p[1]))
bisect.insort(pairs, ('d', 4), key=lambda p: -p[1])
bisect.insort_left(pairs, ('e', 4), key=lambda p: -p[1])
bisect.insort_right(pairs, ('f', 4), key=lambda p: -p[1])
print(pairs)
print(bisect.bisect('abcx', 'c'), bisect.bisect((1.5, 2.5), 2), bisect.bisect_left(range(0, 1000, 7), 700))
for action in (lambda: bisect.bisect(data, 1, -1), lambda: bisect.bisect_left(data, 1, 0, 100), lambda: bisect.bisect(5, 1), lambda: bisect.bisect(data, 'a'),
               lambda: bisect.insort((1, 2), 1), lambda: bisect.bisect(data), lambda: bisect.bisect(data, 1, key=1), lambda: bisect.bisect(data, 3, key=str),
               lambda: bisect.bisect(data, 1, 0, 3, lambda x: x), lambda: bisect.bisect(data, 1, 'x')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Log(list):
    def insert(self, index, value):
        print('insert', index, value)
        super().insert(index, value)


log = Log([1, 3])
bisect.insort(log, 2)
print(log)
