"""Copies go on from where the original is."""
import copy
import itertools as it
import warnings

warnings.simplefilter('ignore')


def check(made, skip):
    for _ in range(skip):
        next(made, None)
    parts = made.__reduce__()
    print(parts[0].__name__, len(parts), list(it.islice(copy.copy(made), 4)), end=' ')
    print(list(it.islice(copy.deepcopy(made), 4)))


for skip in (0, 1, 3, 20):
    check(it.count(5, 2), skip)
    check(it.count(5), skip)
    check(it.cycle([1, 2, 3]), skip)
    check(it.repeat(7, 5), skip)
    check(it.accumulate([1, 2, 3, 4, 5]), skip)
    check(it.chain([1, 2], [3, 4, 5]), skip)
    check(it.compress([1, 2, 3, 4, 5], [1, 0, 1, 1, 1]), skip)
    check(it.combinations([1, 2, 3, 4], 2), skip)
    check(it.combinations_with_replacement([1, 2, 3, 4], 2), skip)
    check(it.permutations([1, 2, 3, 4], 2), skip)
    check(it.product([1, 2, 3], [4, 5]), skip)
    check(it.islice([1, 2, 3, 4, 5, 6, 7], 1, 6), skip)
    check(it.zip_longest([1, 2, 3, 4], [5], fillvalue=0), skip)
    check(it.takewhile(bool, [1, 2, 3, 4, 0, 1]), skip)
    check(it.dropwhile(bool, [1, 0, 3, 4, 0, 1]), skip)
    check(it.starmap(pow, [(1, 2), (2, 2), (3, 2), (4, 2)]), skip)
    check(it.filterfalse(None, [0, 0, 1, 0.0, 0, 0]), skip)
for a in (it.tee([1, 2, 3])[0],):
    check(a, 1)
warnings.simplefilter('error')
try:
    copy.copy(it.count())
except DeprecationWarning as e:
    print(e)
