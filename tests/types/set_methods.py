# set and frozenset: all operations as methods and operators, errors. Only ints are shown unsorted.
a, b = {1, 2, 3}, {3, 4}
S = sorted
print(S(a | b), S(a & b), S(a - b), S(a ^ b), S(a.union(b, [9], "x") - {"x"}), S(a.intersection(b, [3, 5])), S(a.difference([1], (2,))),
    S(a.symmetric_difference([3, 4])), a.isdisjoint([7]), a.isdisjoint(b), {1} <= a, {1} < a, a <= a, a < a, a >= {1, 2}, a > {1, 2, 3},
    a.issubset(range(5)), a.issuperset([1]), a == {3, 2, 1}, a != b, a == frozenset(a), a == [1, 2, 3])
c = a.copy(); c.add(5); c.add(1); c.discard(99); c.discard(1); c.remove(2); print(S(c), len(c), 5 in c)
c.update([7], {8}, range(2)); c.intersection_update({7, 8, 0, 5}); c.difference_update([7])
c.symmetric_difference_update([8, 10]); print(S(c)); c.clear()
print(c, set(), frozenset(), {1}, frozenset([1]), frozenset("a"), set("a"))
x = {1, 2}; y = x; x |= {3}; x &= {2, 3, 4}; x -= {3}; x ^= {2, 5}; print(x, y is x)
for f in (lambda: a.remove(99), lambda: set().pop(), lambda: a.add([]), lambda: a | [1], lambda: a & 5, lambda: a < [1], lambda: a[0],
        lambda: a + b, lambda: set(5), lambda: set(1, 2), lambda: hash(a), lambda: {[]}, lambda: {{}}, lambda: frozenset([1]).add(2),
        lambda: a.union(5), lambda: a.update(5), lambda: a.remove([]), lambda: [] in a, lambda: {a}, lambda: a.pop(1), lambda: set(x=1),
        lambda: a.issubset(5), lambda: a.isdisjoint(None), lambda: a.add(), lambda: a - 1, lambda: a.nope, lambda: frozenset(1),
        lambda: a.__or__([1]), lambda: a <= 5, lambda: a.discard({}), lambda: a.intersection(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
f = frozenset([1, 2])
print(hash(f) == hash(frozenset([2, 1])), {f: "k"}[frozenset([2, 1])], f | {3}, type(f | {3}).__name__, type({3} | f).__name__,
    f.copy() is f, frozenset(f) is f, {f} == {frozenset([1, 2])}, {1, 2} in {f}, f.union([5]), f & {1}, S(f ^ {2, 9}), f.isdisjoint({7}))
print({1, 1.0, True}, {0, False}, len({1, "1", b"1", (1,), None}), {i % 4 for i in range(10)}, {3, 1, 2}, {10, 5, 0}, set(range(8)),
    {-1, -2}, {0.5, 0.25}, {100, 50, 7}, set([5, 3, 1, 4]), {8, 16, 0}, {2 ** 61, 1}, {33, 1, 65})
e = {1, 2, 3}
try:
    for v in e: e.add(v + 10)
except RuntimeError as x2: print(x2)
try:
    for v in e: e.discard(v)
except RuntimeError as x2: print(x2)
class T(set): pass
t = T([1]); t.tag = "x"
print(t, type(t | {2}).__name__, type(t.copy()).__name__, t.tag, repr(T()), isinstance(t, set), type(t & t).__name__,
    type(frozenset([1]) - t).__name__)
s = set(); [s.add(i * 37 % 101) for i in range(101)]
print(len(s), sum(s), s == set(range(101)), s.pop() in range(101), len(s))
[s.discard(i) for i in range(0, 101, 2)]; print(S(s)[:8], len(s) in (50, 49), bool(s), bool(set()))
print({1, 2}.__contains__(1), {1}.__len__(), {1}.__eq__({1}), {1}.__sub__([1]), {1, 2}.__and__({2}), {1}.__le__({1, 2}),
    set("").__init__([1]), frozenset().__hash__() == hash(frozenset()))
