import toolz
from toolz import curried, functoolz, itertoolz

print(toolz.pipe([1, 2, 3], curried.map(lambda x: x * 2), list), toolz.groupby(len, ["a", "bb", "cc"]), toolz.frequencies("abca"))
print(list(toolz.sliding_window(2, range(4))), toolz.merge_with(sum, {"a": 1}, {"a": 2, "b": 3}), toolz.compose(str, abs)(-3))


@toolz.curry
def add(a, b, c=1):
    return a + b + c


print(add(1)(2), add(1, c=5)(2), toolz.memoize(abs)(-4), toolz.get_in(["a", 0], {"a": [9]}), toolz.assoc_in({}, ["x", "y"], 1))
print(list(toolz.partition_all(2, range(5))), toolz.topk(2, [3, 9, 4]), list(toolz.interleave([[1, 2], "ab"])), toolz.keymap(str, {1: 2}), toolz.juxt(min, max)([3, 1]))
print(sorted(toolz.valfilter(lambda v: v > 1, {"a": 1, "b": 2})), toolz.reduceby(lambda x: x % 2, lambda a, b: a + b, range(6)), list(toolz.unique([1, 2, 1])))
