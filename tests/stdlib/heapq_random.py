# heapq against sorted().
import heapq, random

random.seed(1)
for n in (0, 1, 3, 10, 50, 99, 100, 200):
    l = [random.randrange(50) for _ in range(100)]
    assert heapq.nlargest(n, l) == sorted(l, reverse=True)[:n] and heapq.nsmallest(n, l) == sorted(l)[:n]
    assert heapq.nlargest(n, iter(l), key=lambda x: x % 7) == sorted(l, key=lambda x: x % 7, reverse=True)[:n]
    assert heapq.nsmallest(n, iter(l), key=lambda x: x % 7) == sorted(l, key=lambda x: x % 7)[:n]
    assert list(heapq.merge(sorted(l), sorted(l[:50]))) == sorted(l + l[:50])
    assert list(heapq.merge(sorted(l, reverse=True), sorted(l[:50], reverse=True), reverse=True)) == sorted(l + l[:50], reverse=True)
    h = list(l)
    heapq.heapify(h)
    print(h[:5])
    print([heapq.heappop(h) for _ in range(3)], heapq.heappushpop(h, -1), heapq.heapreplace(h, 99), h[0])
