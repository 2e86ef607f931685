"""Operations that have a short way for plain arguments, beside arguments that must not take it."""
import collections
import operator


class Odd(int):
    def __eq__(self, other):
        log.append("eq")
        return int.__eq__(self, other)

    def __hash__(self):
        log.append("hash")
        if len(log) == 3:
            source.append(99)
        return int.__hash__(self)


log = []
source = [Odd(1), Odd(2), 3]
print(sorted(set(source)), log)
print(set((1, 2, 2)), set([]), set(), list(set("a")))
for bad in ([1, []], 5, None):
    try:
        set(bad)
    except TypeError as error:
        print(error)
    try:
        list(bad)
    except TypeError as error:
        print(error)


class Kind(set):
    def __init__(self, *args):
        print("Kind", args)
        super().__init__(*args)


class Row(list):
    def __init__(self, *args):
        print("Row", args)
        super().__init__(*args)


print(sorted(Kind([1, 2])), Row((1, 2)))

# abs, divmod, hex, bin, oct
print(abs(-5), abs(5), abs(-2.5), abs(-0.0), abs(True), abs(-(2**47)), abs(-(2**80)), abs(3 + 4j))
for a in (7, -7, 0, 2**63 - 1, -(2**63), 2**47, -(2**47), 2**90):
    for b in (2, -2, 7, -7, 1, -1, 2**62, -(2**63), 2**64):
        assert divmod(a, b) == (a // b, a % b), (a, b)
        q, r = divmod(a, b)
        assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)) and abs(r) < abs(b)
for f in (hex, bin, oct):
    print(f(0), f(255), f(-255), f(True), f(-(2**70)), f(2**47))
    try:
        f(1.5)
    except TypeError as error:
        print(error)

# sorting tuples
rows = [(1, "b", 2.5), (1, "a", 2.5), (1, "b", -0.0), (1, "b", 0.0), (0, "z"), (1,), (), (1, "b"), (1, "é"), (1, "a", 2.5, None)]
print(sorted(rows))
print(sorted([(2**70, 1), (5, 1), (2**70, 0), (5.5, 0), (True, 3), (1, 2)]))
nan = float("nan")
print(sorted([(nan, 2), (nan, 1), (1.0, 0)]))
try:
    sorted([(1, "a"), (1, 2)])
except TypeError as error:
    print(error)
compared = []


class Word(str):
    def __lt__(self, other):
        compared.append("lt")
        return str.__lt__(self, other)

    def __eq__(self, other):
        compared.append("eq")
        return str.__eq__(self, other)

    __hash__ = str.__hash__


print(sorted([(Word("b"), 1), (Word("a"), 2), (Word("a"), 1)]), compared)
print((1, 2) == (1, 2), (1, 2) < (1, 2, 0), [1, "a"] > [1, "A"], (1,) == [1], [nan] == [nan], (float("nan"),) == (float("nan"),))


class Pair(tuple):
    def __eq__(self, other):
        return "Pair"

    __hash__ = tuple.__hash__


print((1, 2) == Pair((1, 2)), Pair((1, 2)) == (1, 2), hash(Pair((1, 2))) == hash((1, 2)))
try:
    hash(([],))
except TypeError as error:
    print(error)

# fields of named tuples
Point = collections.namedtuple("Point", "x y")


class Named(Point):
    z = property(lambda self: self.x + self.y)


def read(p):
    return p.x, p.y


print([read(p) for p in (Point(1, 2), Named(3, 4), Point(x=5, y=6))], Named(3, 4).z)
short = tuple.__new__(Point, (1,))
try:
    read(short)
except IndexError as error:
    print(error)
for change in (lambda p: setattr(p, "x", 1), lambda p: delattr(p, "x"), lambda p: p.q):
    try:
        change(Point(1, 2))
    except AttributeError as error:
        print(error)


class Shadow(Point):
    x = 7


class Asked(Point):
    def __getattribute__(self, name):
        return "asked " + name


print(read(Shadow(1, 2)), read(Asked(1, 2)), Point.x.__get__((8, 9)), type(Point.x).__name__)
Point.x = 50
print(read(Point(1, 2)))

# copies of dicts
for n in (0, 1, 5, 8, 9, 20, 100):
    d = {i: str(i) for i in range(n)}
    c = d.copy()
    c[-1] = 0
    d.pop(0, None)
    e = dict(d)
    e["k"] = 1
    assert c == {**{i: str(i) for i in range(n)}, -1: 0} and len(e) == len(d) + 1 and list(e)[-1] == "k", n
    assert [c[k] for k in c] == list(c.values()) and list(c.items()) == [(k, c[k]) for k in c]
    assert list(d) == list(d.keys()) == [k for k in d] and list(reversed(list(d))) == list(reversed(d))


class Walks(dict):
    def __iter__(self):
        return iter("walk")

    def keys(self):
        return "keys"


print(list(Walks(a=1)), list(dict.keys(Walks(a=1))), list(Walks(a=1).values()), list(Walks(a=1).items()))
grown = [0]
grown.extend({1: 2, 3: 4})
grown += {5}
grown += {6: 7}.items()
print(grown, list(frozenset([4])), list({}.values()))
order = collections.OrderedDict(a=1, b=2)
order.move_to_end("a")
print(list(order), list(order.items()), list(order.values()))

# searching
text = "abcab" * 50 + "abd" + "aaaa" * 40
for needle in ("abd", "aaa", "ba", "zz", "aab", "abdaaaa", "bda", "a" * 160, "a" * 161, "", "daaaab"):
    at = next((i for i in range(len(text)) if text[i : i + len(needle)] == needle), -1)
    assert text.find(needle) == at and text.encode().find(needle.encode()) == at, needle
    assert (needle in text) == (at >= 0) and text.count(needle) == len(text.split(needle)) - 1 if needle else True
    assert text.replace(needle, "<>", 3) == "<>".join(text.split(needle, 3)) if needle else True

# getters
get = operator.itemgetter(1)
print(get([1, 2]), operator.itemgetter(0, -1)("abc"), operator.attrgetter("real")(3), operator.methodcaller("split", ",")("a,b"))
for call in (lambda: get(), lambda: get(1, 2), lambda: get([1, 2], obj=3), lambda: operator.attrgetter("real")(), lambda: float(1, 2), lambda: int(x=1), lambda: float(*[])):
    try:
        print(call())
    except TypeError as error:
        print(error)
print("  a\u2003b \x1c c ".split(), " \u2003é\x85 ".strip(), "a\u2028b\x0bc\r\nd".splitlines(), "é ü".split(" "))
