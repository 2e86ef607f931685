# widths, depths, indents, compact lists; all the types with a layout of their own; recursion
import collections
import dataclasses
import types
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr

data = {"name": "value " * 10, "numbers": list(range(30)), "nested": {"b": {"c": [1, 2, {"d": (1, 2, 3)}]}, "a": None}, 5: "int key", (1, 2): {3, 1, 2}}
pprint(data)
pprint(data, width=40)
pprint(data, width=40, compact=True, indent=4)
pprint(data, depth=2)
pprint(data, width=1)
pp(data, width=60)
pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint([1000000, 12, -1234567], underscore_numbers=True)
words = "The quick brown fox jumped over the lazy dog and " * 3
pprint(words)
pprint([words, "line one\nline two\n" + words], width=50)
pprint(b"bytes that are so long that they have to be put on several lines of the output, all told", width=40)
pprint(bytearray(range(40)), width=40)
pprint(collections.OrderedDict((f"key{i}", i) for i in range(10)), width=40)
pprint(collections.defaultdict(list, {i: list(range(10)) for i in range(3)}), width=40)
pprint(collections.Counter("mississippi river valley"), width=30)
pprint(collections.ChainMap({"a": 1, "b": 2}, {"c": list(range(20))}), width=40)
pprint(collections.deque(range(20), maxlen=30), width=30)
pprint(collections.deque(range(30)), width=30)
pprint(frozenset("some letters"), width=20)
pprint({i for i in range(40)}, width=50)
pprint(types.SimpleNamespace(alpha=list(range(10)), beta="text", gamma={"x": 1}), width=30)
pprint(types.MappingProxyType({i: "x" * 10 for i in range(4)}), width=30)
pprint(dict.fromkeys(range(20)).keys(), width=30)
pprint(collections.UserList(range(30)), width=40)


@dataclasses.dataclass
class Point:
    x: int
    y: list
    hidden: int = dataclasses.field(default=0, repr=False)


pprint(Point(1, list(range(30))), width=40)
pprint([Point(1, [2])])
loop = [1]
loop.append(loop)
print(pformat(loop).split(" with id")[0], isrecursive(loop), isreadable(loop), isreadable([1, "a", None]), isreadable([object]), isrecursive([]))
print(saferepr({"z": 1, "a": (1,), 3: [[]]}), pformat([]), pformat({}), pformat(()), pformat(set()))
pprint([[[[[[]]]]]], depth=3)
pprint((1,) * 40, width=20, compact=True)
pprint(({"a": 1},))
for kwargs in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        PrettyPrinter(**kwargs)
    except ValueError as error:
        print(error)


class Shouting(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), True, False
        return PrettyPrinter.format(self, object, context, maxlevels, level)


Shouting().pprint(["a", {"b": "c"}])
