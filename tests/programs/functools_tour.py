# functools: caches, partial, reduce, singledispatch, cached_property.
from functools import (cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps)
from operator import add, mul
import operator

calls = []


@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(7), square.cache_parameters())
try:
    square([])
except TypeError as error:
    print(error)


@cache
def ways(amount, coins=(200, 100, 50, 20, 10, 5, 2, 1)):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


print(ways(200), ways.cache_info().hits > 100)
print(reduce(add, [1, 2, 3]), reduce(mul, range(1, 6), 1), reduce(lambda a, b: f"({a}+{b})", "abcd"))
try:
    reduce(add, [])
except TypeError as error:
    print(error)
hello = partial(print, "hello", sep="-", end="!\n")
hello("world")
hello("you", sep="+")
print(hello.args, hello.keywords, hello.func is print, partial(partial(pow, 2), 5)())


@singledispatch
def show(x):
    return f"object {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "[" + ", ".join(map(show, x)) + "]"


@show.register
def _(x: dict | set):
    return f"{type(x).__name__} of {len(x)}"


print(show(1), show("a"), show([1, "b", (2,)]), show(True), show({}), show({1}), show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry))


class Data:
    def __init__(self, values):
        self.values = values

    @cached_property
    def mean(self):
        print("(computing)", end=" ")
        return sum(self.values) / len(self.values)

    @singledispatchmethod
    def add(self, x):
        raise TypeError(f"cannot add {type(x).__name__}")

    @add.register
    def _(self, x: int):
        self.values.append(x)
        return self

    @add.register
    def _(self, x: list):
        self.values.extend(x)
        return self

    def scale(self, k, *, offset=0):
        return [k * v + offset for v in self.values]

    double = partialmethod(scale, 2)
    shifted = partialmethod(scale, 1, offset=10)


d = Data([1, 2, 3])
print(d.mean, d.mean, vars(d))
d.add(4).add([5, 6])
print(d.mean, d.values, d.double(), d.shifted())
del d.mean
print(d.mean)
try:
    d.add("x")
except TypeError as error:
    print(error)


@total_ordering
class Grade:
    def __init__(self, letter):
        self.letter = letter

    def __eq__(self, other):
        return self.letter == other.letter

    def __gt__(self, other):
        return self.letter < other.letter


print(Grade("A") > Grade("B"), Grade("A") <= Grade("B"), Grade("C") >= Grade("C"), max([Grade(c) for c in "BAC"]).letter)
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real", "imag")(3j), operator.methodcaller("upper")("x"), operator.or_(1, 2), operator.contains("abc", "b"))


def memo(func):
    seen = {}

    @wraps(func)
    def inner(*args):
        if args not in seen:
            seen[args] = func(*args)
        return seen[args]

    inner.seen = seen
    return inner


@memo
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))


print(edit("kitten", "sitting"), len(edit.seen), edit.__name__)
