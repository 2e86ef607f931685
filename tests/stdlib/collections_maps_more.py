from collections import ChainMap, OrderedDict, defaultdict, UserDict, UserList, UserString
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m, m["a"], m["b"], len(m), list(m), sorted(m.items()), m.maps, m.parents, m.new_child({"c": 4}), m.new_child(d=5), m.get("z", 0), "b" in m, bool(ChainMap()), m | {"q": 1}, {"q": 1} | m); m["b"] = 9; del m["a"]; print(m)
for f in (lambda: m["zz"], lambda: m.__delitem__("zz"), lambda: ChainMap({}).popitem(), lambda: m.pop("zz"), lambda: ChainMap.fromkeys("ab", 1), lambda: m.copy() == m):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)]); o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(o, o.popitem(), o.popitem(last=False), o, list(reversed(OrderedDict(x=1, y=2))), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(a=1) | {"b": 2}, o.setdefault("n"), o.pop("n"), o.pop("n", 5), OrderedDict.fromkeys("ab"), o.copy())
for f in (lambda: o.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: o.pop("zz"), lambda: OrderedDict(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = defaultdict(list, {"k": [1]}); d["x"].append(1); print(d, d.default_factory, d.get("none"), "none" in d, d.copy(), defaultdict(None, a=1), d | {"q": 0}, type(d | {}).__name__); n = defaultdict(lambda: defaultdict(int)); n["a"]["b"] += 1; print(dict(n["a"]))
for f in (lambda: defaultdict(5), lambda: defaultdict(None)["x"], lambda: defaultdict(int, 5), lambda: defaultdict(lambda: 1 / 0)["x"]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class D(UserDict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = D(a=1); u.update(b=2); print(u, u["zz"], u.data, len(u), "A" in u, u.get("zz"), u | {"c": 3}); l = UserList([3, 1]); l.sort(); l.append(5); print(l, l + [1], [0] + l, l[:2], type(l[:2]).__name__, l * 2, l == [1, 3, 5], l.count(1)); s = UserString("abc"); print(s.upper(), type(s + "d").__name__, s[1], "b" in s, s == "abc", s % (), s.center(7, "*"), hash(s) == hash("abc"), int(UserString("5")))
