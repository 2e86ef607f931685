from collections import namedtuple
P = namedtuple("P", "x y", defaults=[5]); p = P(1)
print(p, p._asdict(), p._replace(x=9), P._make([7, 8]), P._fields, P._field_defaults, p == (1, 5), p + (1,), p[0], p.y, hash(p) == hash((1, 5)), isinstance(p, tuple), P.__doc__, P.x.__doc__, P.__new__.__defaults__, repr(P), P.__match_args__, p.__getnewargs__(), P.__slots__, p.count(5), p.index(5))
print(namedtuple("Q", "class def x _y 1 x", rename=True)._fields, namedtuple("R", ["a", "b"])(1, 2), namedtuple("S", "a,b c")._fields, namedtuple("E", "")(), namedtuple("M", "a", module="mod").__module__, namedtuple("N", ("é",))(1))
for args, kw in ((("P", "x x"), {}), (("P", "class"), {}), (("P", "_x"), {}), (("1P", "x"), {}), (("P", "x"), {"defaults": [1, 2]}), (("P", "1x"), {}), (("class", "x"), {}), (("P", 5), {}), (("P", [1]), {}), ((5, "x"), {})):
    try: print(namedtuple(*args, **kw)._fields)
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: P(z=1), lambda: p._replace(z=1), lambda: setattr(p, "x", 5), lambda: setattr(p, "new", 5), lambda: P._make([1]), lambda: p.nope, lambda: P(1, x=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Sub(P):
    __slots__ = ()
    @property
    def total(self): return self.x + self.y
    def __str__(self): return f"<{self.x}>"
print(Sub(3), repr(Sub(3)), Sub(3).total, Sub(1)._replace(x=2).__class__.__name__)
match P(1, 2):
    case P(x=1, y=b): print(b)
