"""Calls of classes and of natives that have a short way, beside those that must not take it."""
import abc


class Empty:
    pass


class Takes:
    def __init__(self, *args, **kwargs):
        self.args = args, kwargs


class Made:
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)


class Both(Made):
    def __init__(self, *args):
        print("init", args)


class Abstract(abc.ABC):
    @abc.abstractmethod
    def f(self): ...


class Concrete(Abstract):
    def f(self):
        return "f"


class Returns:
    def __init__(self):
        return 5


class Fails:
    def __init__(self, a):
        raise ValueError(a)


class Slots:
    __slots__ = ("a",)


class Text(str):
    pass


class Problem(Exception):
    pass


calls = {
    "empty": lambda: type(Empty()).__name__,
    "empty(1)": lambda: Empty(1),
    "empty(a=1)": lambda: Empty(a=1),
    "object": lambda: type(object()).__name__,
    "object(1)": lambda: object(1),
    "takes": lambda: Takes(1, b=2).args,
    "made": lambda: type(Made(1)).__name__,
    "both": lambda: type(Both(1, 2)).__name__,
    "abstract": lambda: Abstract(),
    "concrete": lambda: Concrete().f(),
    "returns": lambda: Returns(),
    "fails": lambda: Fails("x"),
    "fails()": lambda: Fails(),
    "slots": lambda: hasattr(Slots(), "a"),
    "text": lambda: Text("a") + Text(),
    "problem": lambda: Problem(1, 2).args,
    "map": lambda: [type(o).__name__ for o in map(lambda c: c(), [Empty, Takes, Concrete, Slots])],
}
for _ in range(3):
    for name, call in calls.items():
        try:
            print(name, call())
        except Exception as error:
            print(name, type(error).__name__, error)


class Late:
    pass


print(type(Late()).__name__)
Late.__init__ = lambda self, a: setattr(self, "a", a)
print(Late(3).a)
del Late.__init__
Late.__new__ = lambda cls: "made"
print(Late())
del Late.__new__
try:
    print(type(Late()).__name__)
except TypeError as error:
    print(error)

for _ in range(2):
    print(int.from_bytes(b"\1\2", "big"), int.from_bytes(b"\1\2", byteorder="little"), dict.fromkeys("ab", 0), float.fromhex("0x1p3"), bytes.fromhex("41 42"))
    print(Text.maketrans("a", "b"), type(bytearray.fromhex("ff")).__name__, [m(2) for m in ([1, 2].index, "abc".__mul__, (1, 2).count)])
    for call in (lambda: int.from_bytes(), lambda: int.from_bytes(b"", "x"), lambda: {}.get(), lambda: {}.get(1, 2, 3), lambda: [].append(a=1), lambda: "".join(1, 2)):
        try:
            print(call())
        except (TypeError, ValueError) as error:
            print(error)


class Shown:
    def __str__(self):
        return "shown"


for form, arg in (("%s", "x"), ("%s!", 5), ("<%d>", 5), ("%s", Text("t")), ("%s", True), ("%d", True), ("%s", Shown()), ("%s", (1,)), ("%s", {"a": 1}), ("%(a)s", {"a": 1}), ("%s %s", "x"), ("%s%s", 1), ("%d", "x"), ("x", "y"), ("%%", "y"), ("%5s|%-5s", ("a", "b")), ("%s", None), ("é%s", "ü"), ("%s", []), ("%d", 2.7), ("%s", 2**70), ("x", {})):
    try:
        print(repr(form % arg))
    except TypeError as error:
        print(form, error)

for r in (range(5), range(0), range(5, 0, -2), range(-3, 3), range(2**47 - 2, 2**47 + 2), range(2**70, 2**70 + 2), range(10, 10**6, 10**5)):
    kept = [0]
    kept.extend(r)
    assert list(r) == [x for x in r] == kept[1:], r
print(len(list(range(300000))), sum(list(range(100001))))
for bad in (range(2**62), range(10**20)):
    try:
        list(bad)
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)
print(bytes([1, 2, 255]), bytes(range(3)), bytearray(iter([7])))
for bad in ([256], [-1], ["a"], [1.5]):
    for kind in (bytes, bytearray):
        try:
            kind(bad)
        except (TypeError, ValueError) as error:
            print(error)
