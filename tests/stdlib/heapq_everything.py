# heapq: each function with keys, ties, changes and wrong arguments; merge and the n largest against sorted().
import heapq
import random

rng = random.Random(5)
data = [rng.randrange(100) for _ in range(40)]
heap = data[:]
heapq.heapify(heap)
print(heap)
print([heapq.heappop(heap) for _ in range(5)], heap[:5])
heapq.heappush(heap, -1)
print(heapq.heappushpop(heap, 50), heapq.heappushpop(heap, -5), heapq.heapreplace(heap, 99), heap[0])
for n in (-1, 0, 1, 2, 5, 39, 40, 41):
    assert heapq.nsmallest(n, data) == sorted(data)[:max(n, 0)]
    assert heapq.nlargest(n, data) == sorted(data, reverse=True)[:max(n, 0)]
words = 'pear fig apple kiwi plum date cherry'.split()
print(heapq.nsmallest(3, words, key=len), heapq.nlargest(3, words, key=len), heapq.nsmallest(1, words, len), heapq.nlargest(2, iter(words)))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [3, 6, 8])), list(heapq.merge()))
print(list(heapq.merge([7, 4, 1], [5, 2], reverse=True)), list(heapq.merge(['a', 'ccc'], ['bb', 'dddd'], key=len)))
print(list(heapq.merge([(1, 'a'), (3, 'a')], [(1, 'b'), (2, 'b')], key=lambda pair: pair[0])))
merged = heapq.merge([1, 'x'], [2])
print(next(merged))
try:
    print(list(merged))
except TypeError as error:
    print(error)
for action in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappushpop([], 3), lambda: heapq.heapify((1, 2)), lambda: heapq.heappush({}, 1),
               lambda: heapq.heapify([1, 'a']), lambda: heapq.nsmallest('1', [1]), lambda: heapq.nlargest(1, 5), lambda: heapq.heappop(), lambda: heapq.heappush([1]),
               lambda: heapq.heapify([1j, 2j]), lambda: heapq.nsmallest(2, [3, 'a', 1])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Counted:
    compared = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Counted.compared += 1
        return self.value < other.value


heap = [Counted(value) for value in data]
heapq.heapify(heap)
print(Counted.compared)
ordered = [heapq.heappop(heap).value for _ in range(len(heap))]
print(ordered == sorted(data), Counted.compared)
