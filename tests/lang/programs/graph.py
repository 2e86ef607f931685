# Breadth first, depth first, Dijkstra with a hand-made heap, topological order, components.
class Heap:
    def __init__(self): self.a = []
    def __len__(self): return len(self.a)
    def push(self, x):
        a = self.a; a.append(x); i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]: a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]; i = (i - 1) // 2
    def pop(self):
        a = self.a; top, last = a[0], a.pop()
        if a:
            a[0] = last; i = 0
            while (c := 2 * i + 1) < len(a):
                if c + 1 < len(a) and a[c + 1] < a[c]: c += 1
                if a[i] <= a[c]: break
                a[i], a[c] = a[c], a[i]; i = c
        return top
g = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"C": 10, "D": 15}, "C": {"D": 11, "F": 2}, "D": {"E": 6}, "E": {}, "F": {"E": 9}}
def dijkstra(g, s):
    dist, prev, h = {s: 0}, {}, Heap(); h.push((0, s))
    while h:
        d, u = h.pop()
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, float("inf")): dist[v] = d + w; prev[v] = u; h.push((d + w, v))
    return dist, prev
def path(prev, t):
    out = [t]
    while t in prev: t = prev[t]; out.append(t)
    return out[::-1]
dist, prev = dijkstra(g, "A"); print(dist, path(prev, "E"))
def bfs(g, s):
    seen, queue = {s}, [s]
    for u in queue:
        for v in g[u]:
            if v not in seen: seen.add(v); queue.append(v)
    return queue
def dfs(g, u, seen=None):
    seen = set() if seen is None else seen
    seen.add(u); yield u
    for v in g[u]:
        if v not in seen: yield from dfs(g, v, seen)
def topo(g):
    state, out = {}, []
    def visit(u):
        if state.get(u) == 1: raise ValueError(f"cycle at {u}")
        if u not in state:
            state[u] = 1
            for v in g[u]: visit(v)
            state[u] = 2; out.append(u)
    for u in g: visit(u)
    return out[::-1]
print(bfs(g, "A"), list(dfs(g, "A")), topo(g))
g["E"]["A"] = 1
try: topo(g)
except ValueError as e: print(e)
h = Heap()
for x in [5, 3, 8, 1, 9, 2, 7]: h.push(x)
print([h.pop() for _ in range(len(h))], len(h))
parent = {}
def find(x):
    parent.setdefault(x, x)
    while parent[x] != x: parent[x] = parent[parent[x]]; x = parent[x]
    return x
for a, b in [(1, 2), (3, 4), (2, 3), (5, 6)]: parent[find(a)] = find(b)
print(len({find(x) for x in parent}), find(1) == find(4), find(1) == find(5))
