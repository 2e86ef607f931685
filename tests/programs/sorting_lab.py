# Sorting by hand and by key, stability, ordering of own classes.
from functools import cmp_to_key, total_ordering
from operator import itemgetter, attrgetter
import heapq
import bisect


def bubble(items):
    items = list(items)
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items


def quick(items):
    if len(items) <= 1:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    while left and right:
        merged.append((left if left[0] <= right[0] else right).pop(0))
    return merged + left + right


def insertion(items):
    result = []
    for x in items:
        bisect.insort(result, x)
    return result


state = 7
data = []
for _ in range(30):
    state = (state * 1103515245 + 12345) % 2 ** 31
    data.append(state % 100)
print(data)
expected = sorted(data)
for sort in (bubble, quick, merge_sort, insertion, lambda d: [heapq.heappop(h) for h in [d[:]] for _ in range(heapq.heapify(h) or len(h))]):
    print(sort.__name__, sort(data) == expected)
people = [("Ann", 31), ("Bob", 25), ("Cy", 31), ("Di", 25), ("Ed", 40)]
print(sorted(people, key=itemgetter(1)))
print(sorted(people, key=itemgetter(1), reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted(people, key=cmp_to_key(lambda a, b: a[1] - b[1] or (a[0] < b[0]) - (a[0] > b[0]))))
words = "banana Apple cherry apple Banana".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (len(w), w)), max(words, key=len))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


versions = [Version(v) for v in ("1.10", "1.2", "1.2.1", "0.9")]
print(sorted(versions), max(versions), Version("1.0") >= Version("0.9"), sorted(versions, key=attrgetter("parts"))[0])
try:
    sorted([1, "a", None])
except TypeError as error:
    print(error)
numbers = [3, 1, 2]
print(numbers.sort(), numbers, list(reversed(numbers)), numbers[::-1])
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), bisect.bisect_left(expected, 50), bisect.bisect(expected, expected[5]))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), sorted("hello"), sorted([True, 0, 0.5]), sorted([[2], [1, 5], [1]]))
