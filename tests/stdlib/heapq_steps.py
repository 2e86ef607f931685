# Heaps step by step: order, ties, every kind of item, lists that change while they are compared.
import heapq
import random

r = random.Random(11)
for n in list(range(0, 9)) + [50]:
    data = [r.randrange(20) for _ in range(n)]
    h = data[:]
    heapq.heapify(h)
    print(h, [heapq.heappop(h) for _ in range(n)] == sorted(data))
    h = []
    for x in data:
        heapq.heappush(h, x)
    print(h, heapq.heappushpop(h, 10), h)
    if h:
        print(heapq.heapreplace(h, 3), h, heapq.heappushpop(h, -1), heapq.heappushpop(h, h[0]))
    g = data[:]
    heapq._heapify_max(g)
    print(g, heapq._heappop_max(g) if g else None, heapq._heapreplace_max(g, 1) if g else None, g)
big = [r.randrange(10**6) for _ in range(5000)]
h = big[:]
heapq.heapify(h)
print(sum(i * x for i, x in enumerate(h)), [heapq.heappop(h) for _ in range(5000)] == sorted(big))
for items in ([2.5, 1, 3.25, -1], [True, 0, 2**70, -2**70], ["b", "a", "é"], [(1, "b"), (1, "a"), (0, "z")], [[2], [1, 5], []]):
    heapq.heapify(items)
    print(items, heapq.nsmallest(2, items), heapq.nlargest(2, items))
print(heapq.nsmallest(3, range(100), key=lambda x: -x), heapq.nlargest(3, iter("hello")), list(heapq.merge([1, 4], [2, 3], [0, 9], reverse=False)))
print(list(heapq.merge("db", "ca", reverse=True)), heapq.nlargest(0, [1]), heapq.nsmallest(-1, [1]), heapq.nsmallest(5, [3, 1]))


class Item:
    log = []

    def __init__(self, k):
        self.k = k

    def __lt__(self, other):
        Item.log.append((self.k, other.k))
        return self.k < other.k

    def __repr__(self):
        return f"I{self.k}"


h = [Item(k) for k in (5, 3, 8, 1, 9, 2)]
heapq.heapify(h)
print(h, Item.log)
Item.log.clear()
print(heapq.heappop(h), h, Item.log)
Item.log.clear()
heapq.heappush(h, Item(0))
print(h, heapq.heappushpop(h, Item(4)), Item.log)


class Clears:
    def __lt__(self, other):
        h.clear()
        return True


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


h = [Clears() for _ in range(6)]
attempt(heapq.heapify, h)
h = [Clears() for _ in range(6)]
attempt(heapq.heappop, h)
h = [Clears() for _ in range(6)]
attempt(heapq.heappush, h, Clears())
h = [Clears()]
attempt(heapq.heappushpop, h, Clears())
attempt(heapq.heappop, [])
attempt(heapq.heapreplace, [], 1)
attempt(heapq.heappushpop, [], 1)
attempt(heapq.heappush, (), 1)
attempt(heapq.heappop, ())
attempt(heapq.heapify, "abc")
attempt(heapq.heapify, None)
attempt(heapq.heappush, [1], "a")
attempt(heapq.heapify, [1, "a"])
attempt(heapq.heapify, [1j, 2j])
