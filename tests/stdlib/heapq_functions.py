import heapq
h = []
for x in (5, 1, 4, 1, 3): heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, [heapq.heappop(h) for _ in range(len(h))])
words = ["fig", "apple", "kiwi", "banana"]
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(2, words, key=len), heapq.nlargest(0, words), heapq.nsmallest(10, words), heapq.nlargest(1, []), heapq.nsmallest(1, words), heapq.nlargest(-1, words), heapq.nlargest(3, [1.5, 2, True]))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge(["bb", "a"], ["ccc"], key=len, reverse=True)), list(heapq.merge()), list(heapq.merge([5, 3], [4, 1], reverse=True)))
x = [9, 2, 7]; print(heapq.heapify(x), x); print(heapq.heappushpop([], 5), heapq._heappop_max([9, 3, 8]) if hasattr(heapq, "_heappop_max") else 9)
class Item:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f"I{self.n}"
items = [Item(3), Item(1), Item(2)]; heapq.heapify(items); print(items, heapq.nsmallest(2, items), list(heapq.merge([Item(1)], [Item(0)])))
for f in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify((1,)), lambda: heapq.heappush(5, 1), lambda: heapq.heapify([1, "a"]), lambda: heapq.nlargest("a", [1]), lambda: heapq.nsmallest(2, [1, "a"]), lambda: list(heapq.merge([1], ["a"])), lambda: list(heapq.merge(5)), lambda: heapq.heappush([], ), lambda: heapq.nsmallest(1, 5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
