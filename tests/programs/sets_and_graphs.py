# Sets, frozensets and graph algorithms on dictionaries.
import heapq
from collections import defaultdict

a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a <= b, {3, 4} < a, a.isdisjoint({9}), len(a | b), 3 in a, {1} | {2}, set(), {*a, *b} == a | b)
a.add(9)
a.discard(100)
a -= {1, 2}
a.update([7], (8,))
print(sorted(a), a.issuperset({9}), a.union([1], [2]) >= {1, 2}, frozenset([1, 2]) == {1, 2}, {frozenset({1}): "ok"}[frozenset([1])], sorted({len(w) for w in "a bb cc ddd".split()}))
for bad in (lambda: a.remove(100), lambda: {[1]}, lambda: {1} + {2}, lambda: set().pop(), lambda: {1}[0], lambda: frozenset().add(1), lambda: {1} | [2], lambda: set(5), lambda: hash({1})):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
ROADS = [("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("D", "F", 6), ("E", "F", 3)]
graph = defaultdict(dict)
for u, v, w in ROADS:
    graph[u][v] = graph[v][u] = w


def dijkstra(start):
    distance = {start: 0}
    parent = {}
    queue = [(0, start)]
    while queue:
        d, u = heapq.heappop(queue)
        if d > distance[u]:
            continue
        for v, w in graph[u].items():
            if d + w < distance.get(v, float("inf")):
                distance[v] = d + w
                parent[v] = u
                heapq.heappush(queue, (d + w, v))
    return distance, parent


distance, parent = dijkstra("A")
path = ["F"]
while path[-1] in parent:
    path.append(parent[path[-1]])
print(distance, " -> ".join(reversed(path)))


class UnionFind:
    def __init__(self, items):
        self.parent = {x: x for x in items}

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = x = self.parent[self.parent[x]]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b


forest = UnionFind("ABCDEF")
tree = [(u, v, w) for u, v, w in sorted(ROADS, key=lambda r: r[2]) if forest.union(u, v)]
print(tree, sum(w for *_, w in tree))
TASKS = {"shirt": {"tie"}, "tie": {"jacket"}, "pants": {"shoes", "belt"}, "belt": {"jacket"}, "socks": {"shoes"}, "jacket": set(), "shoes": set()}


def topological(graph):
    needs = {n: 0 for n in graph}
    for after in graph.values():
        for n in after:
            needs[n] += 1
    ready = sorted(n for n, k in needs.items() if not k)
    order = []
    while ready:
        n = ready.pop(0)
        order.append(n)
        for m in sorted(graph[n]):
            needs[m] -= 1
            if not needs[m]:
                ready.append(m)
    if len(order) < len(graph):
        raise ValueError("cycle among " + ", ".join(sorted(set(graph) - set(order))))
    return order


print(topological(TASKS))
try:
    topological({"a": {"b"}, "b": {"a"}, "c": set()})
except ValueError as error:
    print(error)


def dfs(node, seen=None):
    seen = set() if seen is None else seen
    seen.add(node)
    yield node
    for n in sorted(graph[node]):
        if n not in seen:
            yield from dfs(n, seen)


print(list(dfs("A")), "".join(dfs("F")))
MAZE = """\
#########
#S..#...#
#.#.#.#.#
#.#...#G#
#########""".splitlines()
cells = {(r, c): ch for r, line in enumerate(MAZE) for c, ch in enumerate(line) if ch != "#"}
start = next(p for p, ch in cells.items() if ch == "S")
frontier, came = [start], {start: None}
for r, c in frontier:
    for p in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
        if p in cells and p not in came:
            came[p] = (r, c)
            frontier.append(p)
p = next(p for p, ch in cells.items() if ch == "G")
steps = 0
while came[p]:
    p = came[p]
    steps += 1
    if cells[p] == ".":
        cells[p] = "*"
print(steps)
for r, line in enumerate(MAZE):
    print("".join(cells.get((r, c), "#") for c in range(len(line))))
