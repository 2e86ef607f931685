# The iteration order of sets of small tuples (grid positions, edges), and the hashes behind it.
t = {(1, 2), (3, 4), (0, 0)}
print(t, {(i, j) for i in range(3) for j in range(2)}, {(0,), (1,), ()}, {(1, (2, 3)), (4, (5, 6))}, {(x, -x) for x in range(4)})
g = {(x, y) for x in range(3) for y in range(3) if (x + y) % 2}; print(g, sorted(g))
print([hash(x) for x in ((), (1,), (1, 2), (1, 2, 3), (0, 0), (-1, -2), (1.5, 2), ((1, 2), 3))])
print(hash(frozenset()), hash(frozenset([1, 2, 3])), {frozenset([1]), frozenset([2])} == {frozenset([2]), frozenset([1])})
seen = set()
x = y = 0
for step in "RRULLDDRUURD":
    seen.add((x, y))
    dx, dy = {"R": (1, 0), "L": (-1, 0), "U": (0, 1), "D": (0, -1)}[step]
    x, y = x + dx, y + dy
print(seen, len(seen), {(1.5, 2), (2, 1.5)}, {(1, (2, (3,))), (4,)})
