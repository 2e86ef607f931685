import pprint, collections, dataclasses, types
data = {"name": "x" * 30, "list": list(range(30)), "nest": {"a": {"b": {"c": [1, 2, {"d": "e" * 40}]}}}, "tuple": ("one",), "set": {3, 1, 2}, 5: None, "bytes": b"z" * 100, "text": "words " * 30}
pprint.pprint(data); pprint.pprint(data, width=40, indent=4); pprint.pprint(data, depth=2); pprint.pprint(data, compact=True, width=50); pprint.pprint(data, sort_dicts=False); pprint.pp({"b": 1, "a": 2}); pprint.pprint([10**10, 1234567.5], underscore_numbers=True)
@dataclasses.dataclass
class Point: x: int; y: int; note: str = "n" * 60
pprint.pprint(Point(1, 2)); pprint.pprint([Point(1, 2)] * 2); pprint.pprint(collections.OrderedDict(a=1, b="x" * 80)); pprint.pprint(collections.defaultdict(list, {i: "x" * 20 for i in range(5)})); pprint.pprint(collections.Counter("abracadabra" * 3)); pprint.pprint(collections.deque(["x" * 20] * 6)); pprint.pprint(collections.ChainMap({"a": "x" * 50}, {"b": "y" * 50})); pprint.pprint(types.SimpleNamespace(a=1, b="x" * 80)); pprint.pprint(collections.UserDict(a=1)); pprint.pprint(frozenset(range(40))); pprint.pprint(types.MappingProxyType({"a": "b" * 80})); pprint.pprint({"k": ("a" * 30, "b" * 30, "c" * 30)})
loop = [1]; loop.append(loop); print(pprint.pformat(loop).split("id=")[0], pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1]), pprint.saferepr({"b": 1, "a": [2]}), repr(pprint.pformat("")), pprint.pformat([]))
for bad in ({"width": 0}, {"depth": 0}, {"indent": -1}, {"compact": True, "width": -5}):
    try: pprint.pprint([1], **bad)
    except ValueError as e: print(e)
