# What a RecursionError says was going on.
# test: heavy
def show(name, call):
    try:
        call()
    except RecursionError as e:
        print(name, "|", e)


def nest(wrap, n=100000):
    x = wrap(0)
    for _ in range(n):
        x = wrap(x)
    return x


LIST, LIST2 = nest(lambda x: [x]), nest(lambda x: [x])
TUPLE, TUPLE2 = nest(lambda x: (x,)), nest(lambda x: (x,))
DICT, DICT2 = nest(lambda x: {1: x}), nest(lambda x: {1: x})

for name, x in ("list", LIST), ("tuple", TUPLE), ("dict", DICT):
    show("repr of " + name, lambda: repr(x))
    show("str of " + name, lambda: str(x))
    show("format of " + name, lambda: f"{x}")
    show("% of " + name, lambda: "%s" % [x])
for name, x, y in ("list", LIST, LIST2), ("tuple", TUPLE, TUPLE2), ("dict", DICT, DICT2):
    show("== of " + name, lambda: x == y)
    show("in of " + name, lambda: x in [y])
show("< of list", lambda: LIST < LIST2)
show("< of tuple", lambda: TUPLE < TUPLE2)


class SelfRepr:
    def __repr__(self):
        return f"{self!r}"


class SelfEq:
    def __eq__(self, other):
        return self == other


class SelfStr:
    def __str__(self):
        return str(self)


class Attributes:
    def __getattr__(self, name):
        return self.other


def plain():
    plain()


def nested_classes(check):
    classes = int
    for _ in range(100000):
        classes = (classes,)
    return check(classes)


show("eq", lambda: SelfEq() == SelfEq())
show("str", lambda: str(SelfStr()))
show("getattr", lambda: Attributes().x)
show("plain", plain)
show("isinstance", lambda: nested_classes(lambda c: isinstance(1.5, c)))
show("issubclass", lambda: nested_classes(lambda c: issubclass(float, c)))
