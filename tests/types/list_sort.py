# test: heavy
# sort and sorted: stability, key, reverse, partial orders, exceptions, mutation.
import operator
words = "the quick brown fox jumps over the lazy dog again".split()
print(sorted(words), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)),
    sorted(words, reverse=True))
l = [(i % 3, i) for i in range(12)]; l.sort(key=lambda t: t[0]); print(l); l.sort(key=lambda t: t[0], reverse=True); print(l)
x = 7; data = []
for i in range(500): x = x * 1103515245 + 12345 & 0x7fffffff; data.append(x % 1000)
s = sorted(data)
print(s[:10], s[-5:], all(a <= b for a, b in zip(s, s[1:])), sorted(data, reverse=True) == s[::-1], sorted(s) == s, sorted(s[::-1]) == s,
    sum(s) == sum(data))
runs = list(range(100)) + list(range(50, 0, -1)) + list(range(200, 300, 3)) + [5] * 40; r = sorted(runs)
print(r == [v for v in range(301) for _ in range(runs.count(v))])
pairs = [(d % 7, i) for i, d in enumerate(data)]; p = sorted(pairs, key=operator.itemgetter(0))
print(all(a[0] < b[0] or a[1] < b[1] for a, b in zip(p, p[1:])))
class C:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): C.n += 1; return self.v < o.v
print([c.v for c in sorted(map(C, [3, 1, 2]))], C.n, sorted([2.5, 1, True, -1]), sorted("bAc"), sorted([[2], [1, 5], []]),
    sorted({3: 0, 1: 0}), sorted([(1, "b"), (1, "a")]), sorted(["é", "z", "a", "日"]), sorted([b"b", b"a"]), sorted(range(5, 0, -1)))
for f in (lambda: [1, "a"].sort(), lambda: sorted([1, None]), lambda: sorted([1j, 2j]), lambda: sorted([1], key=5),
        lambda: sorted(["a"], key=lambda: 0), lambda: [3, 1].sort(key=lambda x: 1 / 0), lambda: sorted([1, 2], cmp=1), lambda: sorted(),
        lambda: sorted([{}, {}]), lambda: sorted(5), lambda: [1, 2].sort(reverse="x"), lambda: sorted([object(), object()])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
l = [5, 3, 4]
def key(v): l.append(v); return v
try: l.sort(key=key)
except ValueError as e: print(e, l)
l = [3, 2, 1]
class Bad:
    def __lt__(self, o): raise KeyError("lt")
m = [2, 1, Bad(), 0, 5]
try: m.sort()
except (KeyError, TypeError) as e: print(type(e).__name__, e, len(m))
seen = []
def spy(v): seen.append(len(l)); return v
l.sort(key=spy); print(l, seen)
def cmp_to_key(f):
    class K:
        def __init__(self, o): self.o = o
        def __lt__(self, b): return f(self.o, b.o) < 0
    return K
print(sorted([3, 11, 2], key=cmp_to_key(lambda a, b: (str(a) > str(b)) - (str(a) < str(b)))), sorted([5, 2, 8], key=lambda x: -x),
    sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda t: t[1]), sorted([True, 0, 1, False], key=bool), min([3, 1, 2], key=lambda x: -x),
    max("abc", "zz", key=len), sorted([float("nan"), 1, 0])[1:] )
print([].sort(), sorted([]), sorted([1]), sorted((2, 1)), sorted("ba", key=None), sorted([0.0, -0.0]), sorted([1, 1.0, True]))
