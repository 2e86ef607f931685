"""Graph algorithms."""
import heapq
from collections import deque, defaultdict
from itertools import permutations, combinations, product, accumulate, chain, pairwise, islice
from functools import lru_cache, cache, reduce
G = {"A": {"B": 4, "C": 2}, "B": {"D": 5, "C": 1}, "C": {"B": 1, "D": 8, "E": 10}, "D": {"E": 2, "Z": 6}, "E": {"Z": 3}, "Z": {}}
def dijkstra(g, s):
    dist, prev, pq = {s: 0}, {}, [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if (nd := d + w) < dist.get(v, float("inf")):
                dist[v], prev[v] = nd, u
                heapq.heappush(pq, (nd, v))
    return dist, prev
dist, prev = dijkstra(G, "A"); print(dist, prev)
def path(prev, t):
    out = [t]
    while t in prev: out.append(t := prev[t])
    return out[::-1]
print("->".join(path(prev, "Z")))
def bfs(g, s):
    seen, q, order = {s}, deque([s]), []
    while q:
        u = q.popleft(); order.append(u)
        for v in g[u]:
            if v not in seen: seen.add(v); q.append(v)
    return order
print(bfs(G, "A"))
def dfs(g, u, seen=None):
    seen = seen if seen is not None else set()
    seen.add(u); yield u
    for v in g[u]:
        if v not in seen: yield from dfs(g, v, seen)
print(list(dfs(G, "A")))
def topo(g):
    indeg = defaultdict(int)
    for u in g:
        for v in g[u]: indeg[v] += 1
    ready = sorted(u for u in g if not indeg[u]); out = []
    while ready:
        u = ready.pop(0); out.append(u)
        for v in sorted(g[u]):
            indeg[v] -= 1
            if not indeg[v]: ready.append(v)
    return out
print(topo({k: v for k, v in G.items()}))
class DSU:
    def __init__(self, n): self.p = list(range(n)); self.sz = [1] * n
    def find(self, x):
        while self.p[x] != x: self.p[x] = self.p[self.p[x]]; x = self.p[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        if self.sz[a] < self.sz[b]: a, b = b, a
        self.p[b] = a; self.sz[a] += self.sz[b]
        return True
edges = [(7, 0, 1), (5, 1, 2), (8, 0, 2), (9, 1, 3), (7, 2, 4), (5, 3, 4), (15, 3, 5), (6, 4, 5)]
d = DSU(6); print([(a, b, w) for w, a, b in sorted(edges) if d.union(a, b)])
@lru_cache(maxsize=None)
def lcs(a, b):
    if not a or not b: return ""
    if a[0] == b[0]: return a[0] + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
print(lcs("AGGTAB", "GXTXAYB"), lcs.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(200), fib.cache_info().hits)
def queens(n):
    def place(row, cols, d1, d2):
        if row == n: yield (); return
        for c in range(n):
            if c in cols or row + c in d1 or row - c in d2: continue
            for rest in place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}): yield (c,) + rest
    return place(0, frozenset(), frozenset(), frozenset())
print(sum(1 for _ in queens(6)), next(queens(8)))
for c in next(queens(6)): print("." * c + "Q" + "." * (5 - c))
print(list(islice(permutations("abc"), 3)), list(combinations(range(4), 2)), list(product("ab", repeat=2))[:3], list(accumulate([1, 2, 3, 4], lambda a, b: a * b)), list(pairwise("abcd")))
def knap(ws, vs, cap):
    dp = [0] * (cap + 1)
    for w, v in zip(ws, vs, strict=True):
        for c in range(cap, w - 1, -1): dp[c] = max(dp[c], dp[c - w] + v)
    return dp[cap]
print(knap([1, 3, 4, 5], [1, 4, 5, 7], 7))
try: knap([1], [1, 2], 3)
except ValueError as e: print(e)
def mergesort(l):
    if len(l) < 2: return l
    m = len(l) // 2; a, b = mergesort(l[:m]), mergesort(l[m:]); out = []
    while a and b: out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
print(mergesort([5, 2, 9, 1, 5, 6]))
def sieve(n):
    s = bytearray([1]) * (n + 1); s[0:2] = b"\0\0"
    for i in range(2, int(n ** .5) + 1):
        if s[i]: s[i*i::i] = bytes(len(range(i*i, n + 1, i)))
    return [i for i, p in enumerate(s) if p]
print(sieve(50)); print(reduce(lambda a, b: a * b % 1000007, range(1, 100)))
life = {(1, 0), (1, 1), (1, 2)}
for _ in range(2):
    cnt = defaultdict(int)
    for x, y in life:
        for dx, dy in product((-1, 0, 1), repeat=2):
            if dx or dy: cnt[x + dx, y + dy] += 1
    life = {c for c, n in cnt.items() if n == 3 or (n == 2 and c in life)}
    print(sorted(life))
