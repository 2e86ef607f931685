# Graphs: breadth and depth first, Dijkstra, topological order, components, spanning tree, flows.
import heapq
from collections import defaultdict, deque
from graphlib import CycleError, TopologicalSorter
from math import inf


class Graph:
    def __init__(self, edges=(), directed=False):
        self.adjacent = defaultdict(dict)
        self.directed = directed
        for a, b, *weight in edges:
            self.add(a, b, *weight)

    def add(self, a, b, weight=1):
        self.adjacent[a][b] = weight
        self.adjacent[b]
        if not self.directed:
            self.adjacent[b][a] = weight

    def __iter__(self):
        return iter(sorted(self.adjacent))

    def __len__(self):
        return len(self.adjacent)

    def __getitem__(self, node):
        return self.adjacent[node]

    def edges(self):
        for a in self:
            for b, w in sorted(self[a].items()):
                if self.directed or a <= b:
                    yield a, b, w

    def bfs(self, start):
        seen, queue = {start: 0}, deque([start])
        while queue:
            node = queue.popleft()
            for other in sorted(self[node]):
                if other not in seen:
                    seen[other] = seen[node] + 1
                    queue.append(other)
        return seen

    def dfs(self, node, seen=None):
        seen = set() if seen is None else seen
        if node in seen:
            return
        seen.add(node)
        yield node
        for other in sorted(self[node]):
            yield from self.dfs(other, seen)

    def dijkstra(self, start, goal):
        best, queue = {start: (0, None)}, [(0, start)]
        while queue:
            cost, node = heapq.heappop(queue)
            if node == goal:
                break
            for other, weight in self[node].items():
                if cost + weight < best.get(other, (inf,))[0]:
                    best[other] = cost + weight, node
                    heapq.heappush(queue, (cost + weight, other))
        if goal not in best:
            return inf, []
        path, node = [], goal
        while node is not None:
            path.append(node)
            node = best[node][1]
        return best[goal][0], path[::-1]

    def components(self):
        left = set(self.adjacent)
        while left:
            part = set(self.dfs(min(left)))
            left -= part
            yield sorted(part)

    def spanning_tree(self):
        parent = {n: n for n in self}

        def find(x):
            while parent[x] != x:
                parent[x] = x = parent[parent[x]]
            return x
        for a, b, w in sorted(self.edges(), key=lambda e: (e[2], e)):
            ra, rb = find(a), find(b)
            if ra != rb:
                parent[ra] = rb
                yield a, b, w

    def max_flow(self, source, sink):
        rest = {a: dict(self[a]) for a in self}
        total = 0
        while True:
            parents, queue = {source: None}, deque([source])
            while queue and sink not in parents:
                node = queue.popleft()
                for other, capacity in rest[node].items():
                    if capacity > 0 and other not in parents:
                        parents[other] = node
                        queue.append(other)
            if sink not in parents:
                return total
            path, node = [], sink
            while (before := parents[node]) is not None:
                path.append((before, node))
                node = before
            amount = min(rest[a][b] for a, b in path)
            for a, b in path:
                rest[a][b] -= amount
                rest[b][a] = rest[b].get(a, 0) + amount
            total += amount


roads = Graph([("A", "B", 7), ("A", "D", 5), ("B", "C", 8), ("B", "D", 9), ("B", "E", 7), ("C", "E", 5), ("D", "E", 15), ("D", "F", 6),
               ("E", "F", 8), ("E", "G", 9), ("F", "G", 11), ("X", "Y", 1)])
print(len(roads), list(roads))
print(roads.bfs("A"))
print(list(roads.dfs("A")))
print(roads.dijkstra("A", "G"), roads.dijkstra("A", "X"))
print(list(roads.components()))
tree = list(roads.spanning_tree())
print(tree, sum(w for *_, w in tree))
pipes = Graph([("s", "a", 10), ("s", "c", 10), ("a", "b", 4), ("a", "c", 2), ("a", "d", 8), ("c", "d", 9), ("d", "b", 6), ("b", "t", 10), ("d", "t", 10)], directed=True)
print("flow", pipes.max_flow("s", "t"))

tasks = {"test": {"build"}, "build": {"compile", "docs"}, "compile": {"fetch"}, "docs": {"fetch"}, "ship": {"test"}}
sorter = TopologicalSorter(tasks)
sorter.prepare()
while sorter.is_active():
    ready = sorted(sorter.get_ready())
    print("now:", ready)
    sorter.done(*ready)
try:
    list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except CycleError as error:
    print(error.args[0], len(error.args[1]), error.args[1][0] == error.args[1][-1])
