# dict: every method, order, edge cases, errors.
d = {"a": 1, "b": 2}
d["c"] = 3; d["a"] = 10; d.update(d=4); d.update({"e": 5}, f=6); d.update([("g", 7), "hi"])
print(d, len(d), d.get("a"), d.get("zz"), d.get("zz", 0), "a" in d, "zz" not in d, d.pop("b"), d.pop("zz", None), d.popitem(),
    d.setdefault("a", 99), d.setdefault("new"), d.setdefault("n2", []), d)
print(list(d), list(d.values()), list(d.items()), list(reversed(d)), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(a=1),
    dict([(1, 2)]), dict({1: 2}, b=3), dict(zip("ab", range(2))), dict(), d.copy() == d, d.copy() is d)
print({"a": 1} | {"b": 2, "a": 3}, {1: 2} == {1: 2.0}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} != {1: 3}, {} == {}, {1: 1, True: 2, 1.0: 3},
    {(1, 2): [3]}, {None: 0, ...: 1})
del d["a"]; d["a"] = "readded"; print(list(d)); d.clear(); print(d, bool(d))
for f in (lambda: d["nope"], lambda: d.pop("nope"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: d.get([]), lambda: dict(5),
        lambda: dict([1]), lambda: dict([(1,)]), lambda: dict(["abc"]), lambda: dict(1, 2), lambda: {} < {}, lambda: {} + {},
        lambda: {} | [], lambda: d.update(5), lambda: d.update([1]), lambda: d.update(1, 2), lambda: d.pop(), lambda: d.setdefault(),
        lambda: dict.fromkeys(5), lambda: hash({}), lambda: d.get(), lambda: d.popitem(1), lambda: d.nope, lambda: {}[1, 2],
        lambda: {}[(1,)], lambda: {}["a" * 3], lambda: dict(**{1: 2}), lambda: d.fromkeys(), lambda: reversed({}.values()) and {}[None],
        lambda: {1: 2}.__getitem__(5), lambda: {{}: 1}, lambda: {slice(1): 1}[2]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 3): del big[i]
for i in range(0, 1000, 9): big[i] = -i
print(len(big), list(big)[:5], list(big)[-3:], big[999], sum(big.values()))
o = {}; o["z"] = 1; o["y"] = 2; o["x"] = 3; o["y"] = 5; o.pop("z"); o["z"] = 9
print(o, next(iter(o)), o.popitem(), [*o], {**o, "w": 0}, max(o), sorted(o.items()), min(o, key=o.get))
class D(dict):
    def __missing__(self, k): return f"missing {k}"
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
s = D(a=1); s["b"] = 2; s.update(c=3); s.setdefault("d", 4)
print(s, s["q"], s.get("q"), type(s.copy()).__name__, type(s | {}).__name__, dict(s), isinstance(s, dict), D.fromkeys("x", 5))
r = {}; r["self"] = r; print(r, str({1: r}))
counts = {}
for ch in "mississippi": counts[ch] = counts.get(ch, 0) + 1
groups = {}
for w in "apple avocado bean banana cherry".split(): groups.setdefault(w[0], []).append(w)
print(counts, groups, {v: k for k, v in counts.items()}, sorted(counts, key=lambda k: (-counts[k], k)))
class K:
    def keys(self): return ["x", "y"]
    def __getitem__(self, k): return k * 2
print(dict(K()), {**K()}, dict(K(), z=1), {}.__contains__(1), {1: 2}.__len__(), {1: 2}.__eq__({1: 2}), {1: 2}.__or__({3: 4}), {}.__or__(5),
    {1: 2}.__repr__())
