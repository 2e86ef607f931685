# itertools, zip, map and comprehension idioms.
from itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice,
                       pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)
import operator

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate("abc", initial="-")), list(accumulate([1, 2, 3], operator.mul)))
print(list(batched("abcdefg", 3)), list(pairwise([1, 4, 9, 16])), list(chain("ab", [1], ())))
print(["".join(p) for p in combinations("abcd", 2)], len(list(permutations(range(5), 3))), list(combinations_with_replacement("ab", 2)))
print(list(product([0, 1], repeat=3)), list(product("ab", [1, 2])))
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(islice(count(10, 2.5), 4)), list(islice(cycle("ab"), 5)), list(islice("abcdefgh", 1, 7, 2)))
print(list(dropwhile(str.islower, "abCde")), list(takewhile(str.islower, "abCde")), list(filterfalse(lambda x: x % 2, range(6))), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(zip_longest("abc", "x", fillvalue="?")), list(repeat("z", 2)), repeat(1, 3), count(3), list(zip(count(), "ab")))
a, b, c = tee(iter(range(4)), 3)
next(b)
print(list(zip(a, b)), list(c))
animals = ["ant", "bee", "cat", "dodo", "eel", "fox", "goat"]
for size, group in groupby(sorted(animals, key=len), key=len):
    print(size, list(group), end="; ")
print()


def sieve():
    primes = {}
    for n in count(2):
        if n not in primes:
            yield n
            primes[n * n] = [n]
        else:
            for p in primes.pop(n):
                primes.setdefault(n + p, []).append(p)


print(list(islice(sieve(), 15)))


def pascal():
    row = [1]
    while True:
        yield row
        row = [1, *map(sum, pairwise(row)), 1]


for row in islice(pascal(), 6):
    print(" ".join(map(str, row)).center(20).rstrip())


def flatten(xs):
    for x in xs:
        if isinstance(x, list):
            yield from flatten(x)
        else:
            yield x


print(list(flatten([1, [2, [3]], [], [[4]]])), [*zip(*[iter("abcdef")] * 2)], dict(enumerate("xy", 1)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [x for row in matrix for x in row], [[x * y for x in range(3)] for y in range(3)], {x: {y for y in range(x)} for x in range(3)})
print([(x, y) for x in range(3) if x for y in "ab" if y != "b"], sum(map(lambda p: p[0] * p[1], zip([1, 2], [3, 4]))), list(map(str.upper, "ab")))
print([y := 5, y ** 2], [last := x for x in range(3)], last, any((w := n) > 3 for n in [1, 5, 9]), w)
puzzle = [(s, e, m) for s, e, m in permutations(range(1, 10), 3) if 10 * s + e + 10 * m + s == 10 * e + m]
print(puzzle[:3], len(puzzle))
triples = [(a, b, c) for a, b, c in combinations(range(1, 30), 3) if a * a + b * b == c * c]
print(triples)
for bad in (lambda: list(combinations([1], -1)), lambda: list(batched("ab", 0)), lambda: list(islice([], -1)), lambda: list(zip(1)), lambda: next(repeat(1, 0))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
