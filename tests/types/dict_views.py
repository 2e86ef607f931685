# keys, values and items views: liveness, set operations, comparison, iteration.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, "a" in i, list(reversed(k)), list(reversed(v)), list(reversed(i)))
d["z"] = 26; print(list(k), list(v), list(i)); del d["z"]
print(sorted(k & {"a", "zz"}), sorted(k | {"q"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), sorted(i & {("a", 1)}), sorted({"a", "q"} & k),
    sorted({"a", "q"} - k), sorted(k & ["a"]), sorted("ab" | k), type(k & k).__name__, sorted(i - [("a", 1)]), sorted(k | k))
print(k == {"a", "b", "c"}, k == d.keys(), k < {"a", "b", "c", "d"}, k <= {"a", "b", "c"}, k > {"a"}, k >= k, k != {"a"},
    i == set(d.items()), v == v, v == d.values(), k.isdisjoint("xyz"), k.isdisjoint(["a"]), i.isdisjoint([("a", 2)]), k == ["a", "b", "c"],
    k.mapping["a"], {} .keys() == set())
for f in (lambda: k[0], lambda: k + k, lambda: v & v, lambda: k & 5, lambda: k.add(1), lambda: hash(k), lambda: k < 5, lambda: next(k),
        lambda: {"x": []}.items() | {1}, lambda: k.mapping.__setitem__("a", 1), lambda: len(iter(k)), lambda: type(k)(),
        lambda: k.isdisjoint(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for op in (lambda: d.update(n1=1), lambda: d.pop("b"), lambda: d.clear()):
    try:
        for x in d: op()
    except RuntimeError as e: print(e)
d.update({1: 2, 3: 4})
try:
    for x in list(d.items()): d[x] = 1
    for a in d.items(): d[a[0]] = 5
    print("values may change while iterating", list(d.values())[:2])
    for a in d.values(): d["other"] = 1
except RuntimeError as e: print(e)
it = iter({1: 2, 3: 4})
print(next(it), it.__length_hint__(), list(it), list(it), type(it).__name__, type(iter({}.values())).__name__,
    type(iter({}.items())).__name__, type(reversed({})).__name__)
print([(a, b) for a, b in {"x": 1}.items()], dict(sorted({"b": 1, "a": 2}.items(), key=lambda t: t[1])), max({"b": 1, "a": 2}.values()),
    sum({1: 10, 2: 20}.values()), list(zip({1: 2}.keys(), {1: 2}.values())), set({1: 2}), {}.items(), {}.values(), {}.keys(),
    str({1: 2}.items()))
