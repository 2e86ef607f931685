# Bounds, kinds of sequences and items, keys, what goes wrong.
import bisect
from bisect import bisect_left, bisect_right, insort_left, insort_right
from collections import UserList, deque

l = [1, 3, 3, 3, 5, 9]
for x in (-1, 1, 2, 3, 4, 9, 10, 3.0, 2.5, 2**70):
    print(x, bisect_left(l, x), bisect_right(l, x), bisect.bisect(l, x, 2), bisect_left(l, x, 1, 3), bisect_right(l, x, lo=3, hi=None))
print(bisect_left("abbc", "b"), bisect_right(("a", "b"), "z"), bisect_left(range(0, 100, 7), 50), bisect_right(UserList([1.5, 2.5]), 2), bisect_left([], 1))
print(bisect_left([(1, "a"), (2, "b")], 2, key=lambda p: p[0]), bisect_right([3, 2, 1], -2, key=lambda v: -v), bisect_left([1, 2], 1.5, 0, 2, key=None))
for f in (insort_left, insort_right):
    out = []
    for word in "the quick brown fox jumps over the lazy dog".split():
        f(out, word, key=len)
    print(out)
d = deque([1, 5])
bisect.insort(d, 3)
print(d, bisect_left(l, 3, 4, 2), bisect.bisect is bisect_right)


class Odd:
    def __lt__(self, other):
        raise ZeroDivisionError("compare")


for args, kwargs in [(([1], 1, -1), {}), ((5, 1), {}), (([1], "a"), {}), (([1], 1, 0, 5), {}), (([1], 1, 0.5), {}), (([Odd()], 1), {}), (({1: 2}, 1), {}),
                     (([1, 2], 1), {"key": 5}), ((), {"a": [1, 2], "x": 2})]:
    try:
        print(bisect_left(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)
