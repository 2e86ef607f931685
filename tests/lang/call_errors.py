# The exact texts of TypeErrors for calls that do not bind.
def none(): pass
def one(a): pass
def two(a, b): pass
def opt(a, b=1): pass
def three(a, b, c): pass
def po(a, b, /): pass
def po3(a, b, c, /, d): pass
def ko(*, a, b): pass
def ko1(*, a): pass
def mix(a, b=2, *, c): pass
def va(a, *args): pass
def kwo(a, *, k=1): pass
class C:
    def m(self, x): pass
    def bad(): pass
    def __init__(self, v=0): pass
class D:
    pass
cases = [lambda: none(1), lambda: none(1, 2), lambda: none(x=1), lambda: one(), lambda: one(1, 2), lambda: one(1, a=1), lambda: one(b=2),
    lambda: two(),
    lambda: two(1), lambda: two(b=1), lambda: two(1, 2, 3), lambda: opt(), lambda: opt(1, 2, 3), lambda: opt(1, 2, b=3), lambda: three(),
    lambda: three(1), lambda: po(a=1, b=2), lambda: po(1, b=2), lambda: po3(1, b=2, c=3, d=4), lambda: po3(), lambda: ko(), lambda: ko(a=1),
    lambda: ko(1, 2), lambda: ko1(),
    lambda: ko1(1), lambda: mix(), lambda: mix(1), lambda: mix(1, 2, 3), lambda: mix(1, 2, 3, c=4), lambda: va(), lambda: va(a=1, b=2),
    lambda: kwo(1, 2),
    lambda: kwo(1, 2, k=3), lambda: kwo(), lambda: C().m(), lambda: C().m(1, 2), lambda: C.m(1), lambda: C().bad(), lambda: C(1, 2),
    lambda: C(w=1),
    lambda: D(1), lambda: D(x=1), lambda: two(*[1]), lambda: two(*[1, 2, 3]), lambda: two(**{"a": 1, "c": 2}), lambda: two(1, *5),
    lambda: two(1, **5), lambda: two(**{1: 2}), lambda: two(a=1, **{"a": 2}), lambda: (lambda x: x)(), lambda: (lambda: 0)(1),
    lambda: (n := 5)(), lambda: str("s")(),
    lambda: (n := None)(), lambda: list()(1), lambda: D()(), lambda: one(1, bb=2, cc=3), lambda: opt(bb=1), lambda: one(aa=1)]
for i, case in enumerate(cases):
    try:
        case()
        print(i, "no error")
    except TypeError as e:
        print(i, e)
