import operator as o
for name in ("lt", "le", "eq", "ne", "ge", "gt", "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "lshift", "rshift", "is_", "is_not", "iadd", "isub", "imul", "ipow", "iand", "concat", "contains", "countOf", "indexOf", "getitem", "matmul"):
    for a, b in ((7, 2), ([1, 2], 1), ("ab", "b"), (1.5, 0)):
        try: print(name, a, b, getattr(o, name)(a, b))
        except Exception as e: print(name, a, b, type(e).__name__, e)
for name in ("not_", "truth", "abs", "index", "inv", "invert", "neg", "pos", "length_hint"):
    for a in (5, -2, [], "x"):
        try: print(name, a, getattr(o, name)(a))
        except Exception as e: print(name, a, type(e).__name__, e)
class X: a = 1; b = type("Y", (), {"c": [5]})
print(o.attrgetter("a")(X), o.attrgetter("a", "b.c")(X), o.itemgetter(1)("abc"), o.itemgetter(0, slice(1, 3))("abcd"), o.methodcaller("upper")("x"), o.methodcaller("split", ",", maxsplit=1)("a,b,c"), repr(o.attrgetter("a.b", "c")), repr(o.itemgetter(1, "x")), repr(o.methodcaller("f", 1, k=2)), o.call(max, 1, 2))
l = [1, 2, 3]; o.setitem(l, 0, 9); o.delitem(l, 1); print(l, o.iconcat([1], [2]))
for f in (lambda: o.attrgetter(), lambda: o.attrgetter(5), lambda: o.itemgetter(), lambda: o.methodcaller(), lambda: o.methodcaller(5), lambda: o.attrgetter("z.q")(X), lambda: o.itemgetter(9)([1]), lambda: o.methodcaller("nope")(5), lambda: o.indexOf([1], 2), lambda: o.length_hint(5, "x"), lambda: o.index(1.5), lambda: o.concat(1, 2), lambda: o.countOf(5, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
