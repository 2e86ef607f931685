# Every kind of value to text, and back.
import enum
import json
from collections import OrderedDict, defaultdict, namedtuple

Pair = namedtuple("Pair", "x y")


class Color(enum.IntEnum):
    RED = 1


class Name(enum.StrEnum):
    A = "a"


class Int(int):
    def __repr__(self):
        return "Int!"
    __str__ = __repr__


class Float(float):
    def __repr__(self):
        return "Float!"


class Str(str):
    def __repr__(self):
        return "Str!"
    __str__ = __repr__


class List(list):
    pass


class Dict(dict):
    pass


class Items(dict):
    def items(self):
        return [("k", 1), ("l", 2)]


VALUES = [None, True, False, 0, -1, 10**15, -2**47, 2**48, 2**63, -10**30, 0.0, -0.0, 1.0, 0.1, -2.5, 1e16, 1e15, 1e-5, 1e22, 1e300, 5e-324, 1 / 3,
          float("nan"), float("inf"), -float("inf"), "", "a", [], (), {}, [[]], [{}], {"a": []}, [1, [2, [3, (4,)]]], (1, 2), {"a": {"b": {"c": 1}}},
          Pair(1, [2]), Color.RED, [Color.RED], Name.A, Int(7), [Int(-8), Int(2**80)], Float(2.5), Float("nan"), Str("s"), [Str("é")], List([1]), List(),
          Dict(a=1), Dict(), OrderedDict(b=1, a=2), defaultdict(int, z=0), Items(x=9), Items(), [None, True, 1.5, "x"],
          {Color.RED: Color.RED, Int(3): Int(3), Float(1.5): Float(1.5)}, {Name.A: Name.A, Str("t"): Str("t")}]
for v in VALUES:
    print(json.dumps(v), json.dumps(v, sort_keys=True), json.dumps([v], indent=1), json.dumps({"k": v}, indent="\t", sort_keys=True))
print(json.dumps({1: 1, -2: 2, 2**70: 3, 1.5: 4, 1e100: 5, True: 6, None: 8, "s": 9, float("inf"): 10, float("nan"): 11}))
print(json.dumps({False: 0, 0.5: 1}), json.dumps({2: 1, 10: 2, 1: 3}, sort_keys=True), json.dumps({"b": 1, "a": 2, "": 3, "é": 4, "B": 5}, sort_keys=True))
deep = []
for i in range(100):
    deep = [deep, i]
print(json.dumps(deep)[-60:], json.loads(json.dumps(deep)) == deep)
