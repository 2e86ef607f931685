# Dictionaries: merging, grouping, views, defaults, order, nesting.
from collections import defaultdict, OrderedDict, ChainMap, Counter
stock = {"apple": 3, "pear": 0}
stock["fig"] = 7
stock |= {"pear": 5, "kiwi": 1}
print(stock, {**stock, "fig": 0}, stock | {"a": 1}, len(stock), "fig" in stock, list(stock), stock.get("x"), stock.get("x", 0))
for key, value in stock.items():
    print(f"{key}={value}", end=" ")
print(sorted(stock.items(), key=lambda kv: (-kv[1], kv[0])), max(stock, key=stock.get))
print(stock.pop("kiwi"), stock.pop("kiwi", None), stock.setdefault("fig", 99), stock.setdefault("date", []), stock.popitem())
try:
    for key in stock:
        stock[key + "!"] = 1
except RuntimeError as error:
    print(error)
del stock["apple!"]
inverted = {v: k for k, v in stock.items()}
print(inverted, dict(zip("ab", [1, 2])), dict(a=1, b=2), dict([("x", 1)]), dict.fromkeys("abc", 0))
keys = stock.keys()
stock["new"] = 1
print(keys, sorted(keys & {"new", "fig"}), sorted(stock.items() - {("new", 1)}), list(stock.values()), type(keys).__name__, list(reversed(stock)))
groups = defaultdict(list)
for word in "apple ant bee cat cow ape".split():
    groups[word[0]].append(word)
print(groups, dict(groups), groups["z"], len(groups))
nested = defaultdict(lambda: defaultdict(int))
for a, b in [("x", 1), ("x", 1), ("y", 2)]:
    nested[a][b] += 1
print({k: dict(v) for k, v in nested.items()})
tree = {"name": "root", "children": [{"name": "a", "children": []}, {"name": "b", "children": [{"name": "c", "children": []}]}]}


def names(node, depth=0):
    return [(depth, node["name"])] + [pair for child in node["children"] for pair in names(child, depth + 1)]


print(names(tree))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, o.popitem(last=False), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), dict(a=1, b=2) == dict(b=2, a=1))
settings = ChainMap({"color": "red"}, {"color": "blue", "size": 3})
print(settings["color"], settings["size"], dict(settings), settings.maps)


class Missing(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


m = Missing()
print(m[4], m["ab"], m, m.get(5))
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple", frozenset({1}): "set"}, hash((1, 2)) == hash((1, 2)))
for bad in (lambda: {}["x"], lambda: {[]: 1}, lambda: {{}}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {}.popitem(), lambda: {1: 2} < {1: 3}, lambda: dict(1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
d = {}
d["self"] = d
print(d, [d])
match {"kind": "move", "to": (1, 2), "speed": 3}:
    case {"kind": "stop"}:
        print("stop")
    case {"kind": "move", "to": (x, y), **rest}:
        print("move", x, y, rest)
print(Counter("mississippi"), Counter("mississippi").most_common(2), +Counter(a=1, b=-1), list(Counter(a=2, b=1).elements()))
a = {"list": [1]}
b = a.copy()
b["list"].append(2)
print(a, a == b, a is b, {k: v for d in ({"x": 1}, {"y": 2}) for k, v in d.items()}, all({}), any({0: 1}))
