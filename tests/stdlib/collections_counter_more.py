from collections import Counter
c = Counter("abracadabra"); d = Counter(a=1, b=5)
print(c, c.most_common(2), c.most_common(), c["zz"], sorted(c.elements()), c.total(), c + d, c - d, c & d, c | d, +Counter(a=-1, b=2), -Counter(a=-1), c == Counter(c), c >= d, d <= c, Counter(a=1) < Counter(a=2), list(Counter([3, 1, 3])))
c.update("aa"); c.subtract({"b": 10}); print(c, c.pop("r"), dict(c)); del c["nope"]; print(c.copy() == c, Counter({"x": 0}) == Counter(), Counter() != Counter(a=0)); c += Counter(z=3); print(c); c -= Counter(a=100); print(c); c |= Counter(q=2); c &= Counter(q=1, z=1); print(c)
print(repr(Counter()), Counter(None), Counter(x=1, self=2), Counter({1: "a", 2: "b"}).most_common(1) if False else "", Counter({1: 1.5, 2: 0.5}).total(), c.fromkeys if False else "")
for f in (lambda: Counter.fromkeys("ab"), lambda: Counter(1), lambda: Counter([1], [2]), lambda: Counter([[]]), lambda: Counter(a="x").most_common() and Counter(a="x") + Counter(a=1), lambda: c < 5, lambda: Counter(a=1) + {"a": 1}, lambda: c.most_common("x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
