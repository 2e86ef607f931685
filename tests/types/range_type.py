# range: membership, slicing, comparison, big values, errors.
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:4], r[::-1], r[::2], r[10:], 5 in r, 6 in r, 5.0 in r, 5.5 in r, "a" in r, r.index(8),
    r.count(8), r.count(9), r.start, r.stop, r.step, list(reversed(r)), bool(r), bool(range(0)), sum(r), max(r), min(r))
print(range(5), range(0), range(5, 0), range(5, 0, -1), list(range(5, 0, -2)), range(0, -10, -3)[-1], range(1, 1), range(True),
    repr(range(0, 5, 1)), repr(range(0, 5, 2)), list(range(-3, 3)), list(range(10, -10, -6)))
print(range(3) == range(0, 3), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), range(3) == [0, 1, 2],
    hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(3): 1}[range(0, 3, 1)])
big = range(10 ** 30, 10 ** 30 + 10, 3)
print(big, list(big)[:2], len(big), big[2], 10 ** 30 + 3 in big, big.index(10 ** 30 + 6), big[-1], big[::-1],
    range(-2 ** 63, 2 ** 63)[2 ** 63], range(2 ** 64)[2 ** 63], 2 ** 63 in range(2 ** 64), range(10 ** 20)[::10 ** 19][5])
for f in (lambda: range(1, 2, 0), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range("a"), lambda: range(1.0), lambda: range(None),
        lambda: r[100], lambda: r["a"], lambda: r.index(3), lambda: r.index("x"), lambda: len(range(10 ** 30)),
        lambda: r.start.__class__.foo, lambda: r + r, lambda: r < r, lambda: r[1.5], lambda: range(x=1), lambda: r.append(1),
        lambda: hash(r) and r * 2, lambda: range(5)[::0], lambda: range(3).count(), lambda: next(range(3)), lambda: big[10 ** 40],
        lambda: range(2 ** 64).__len__()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: r.start = 1
except AttributeError as e: print(e)
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print(list(range(I(2), I(6), I(2))), range(5)[I(3)], I(3) in range(5), [*range(3)], tuple(range(2)), list(zip(range(3), range(3, 0, -1))),
    dict(enumerate(range(3))), type(iter(range(3))).__name__, iter(range(5)).__length_hint__())
it = iter(range(3)); print(next(it), list(it), list(it)); it = reversed(range(5)); print(next(it), list(it))
it = iter(range(10 ** 30, 10 ** 30 + 2)); print(next(it), next(it), next(it, "end"))
try:
    class X(range): pass
except TypeError as e: print(e)
for x in range(3):
    for y in range(x): print((x, y), end=" ")
print([i for i in range(10, 0, -3)], sum(range(101)), range(5).__contains__(2), range(3).__eq__(range(3)),
    range(0, 10, 3).__reversed__().__next__())
