# operator: functions, itemgetter, attrgetter, methodcaller.
import operator as o
print(o.add(1, 2), o.sub(5, 3), o.mul(2, 3), o.truediv(1, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 5), o.neg(1), o.pos(-1), o.abs(-3),
    o.invert(5), o.inv(5), o.lshift(1, 4), o.rshift(16, 2), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.not_(0), o.truth([]),
    o.is_(None, None), o.is_not(1, None), o.eq(1, 1.0), o.ne(1, 2), o.lt(1, 2), o.le(2, 2), o.gt(1, 2), o.ge(2, 3), o.concat([1], [2]),
    o.contains([1], 1), o.countOf([1, 1, 2], 1), o.indexOf("abc", "c"), o.getitem({"a": 1}, "a"), o.index(5), o.length_hint(iter([1, 2])),
    o.length_hint(5, 9), o.call(max, 1, 2))
l = [1, 2, 3]; o.setitem(l, 0, 9); o.delitem(l, 1)
print(l, o.iadd(l, [4]), l, o.imul(2, 3), o.isub(5, 1), o.ior({1}, {2}), o.iconcat([1], [2]), o.ipow(2, 3), o.__add__(1, 2), o.__lt__(1, 2))
class P:
    def __init__(self, x): self.x = x; self.child = self
    def greet(self, a, b="b"): return f"{self.x}{a}{b}"
    def __matmul__(self, z): return "mm"
p = P("v")
print(o.attrgetter("x")(p), o.attrgetter("child.child.x")(p), o.attrgetter("x", "child.x")(p), o.itemgetter(1)("abc"),
    o.itemgetter(0, 2)([5, 6, 7]), o.itemgetter(slice(1, 3))([1, 2, 3, 4]), o.itemgetter("k")({"k": 0}), o.methodcaller("greet", 1)(p),
    o.methodcaller("greet", 1, b=2)(p), o.methodcaller("upper")("q"), o.matmul(p, 1))
print(sorted([(2, "b"), (1, "c"), (1, "a")], key=o.itemgetter(0)), list(map(o.itemgetter(1), [(1, 2), (3, 4)])),
    max([{"a": 1}, {"a": 5}], key=o.itemgetter("a")), repr(o.itemgetter(1, 2)), repr(o.attrgetter("a.b", "c")),
    repr(o.methodcaller("m", 1, k=2)), sorted(["b", "A"], key=o.methodcaller("lower")))
for f in (lambda: o.add(1), lambda: o.add(1, "a"), lambda: o.itemgetter(), lambda: o.itemgetter(5)([1]), lambda: o.attrgetter("nope")(p),
        lambda: o.attrgetter(5), lambda: o.methodcaller(5), lambda: o.methodcaller(), lambda: o.methodcaller("nope")(p),
        lambda: o.indexOf([1], 2), lambda: o.index(1.5), lambda: o.getitem([1], 5), lambda: o.concat(1, 2), lambda: o.lt(1, "a"),
        lambda: o.contains(5, 1), lambda: o.truediv(1, 0), lambda: o.itemgetter(0)(5), lambda: o.length_hint(5, "a"),
        lambda: o.attrgetter(), lambda: o.not_(), lambda: o.countOf(5, 1), lambda: o.setitem((1,), 0, 1), lambda: o.neg("a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
