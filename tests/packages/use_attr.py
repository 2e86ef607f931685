import attr
from attr import validators


@attr.s
class Point:
    x = attr.ib(default=0, validator=validators.instance_of(int))
    y = attr.ib(factory=int, converter=int)


@attr.define(order=True)
class Row:
    a: int
    b: str = "x"
    c: list = attr.field(factory=list, repr=False)


@attr.frozen
class Ice:
    v: int


print(Point(1, "2"), Point() == Point(0, 0), hash(Ice(3)) == hash(Ice(3)), attr.asdict(Point(1, 2)), attr.astuple(Row(1)))
print(Row(1) < Row(2), attr.evolve(Row(1, "q"), a=5), [f.name for f in attr.fields(Row)])
for f in (lambda: Point("a"), lambda: setattr(Ice(1), "v", 2), lambda: Row(), lambda: setattr(Row(1), "zz", 2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e)[:80])
C = attr.make_class("C", ["p", "q"])
print(C(1, 2), C.__slots__ if hasattr(C, "__slots__") else "no slots")
