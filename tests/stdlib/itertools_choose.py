"""product, permutations, combinations."""
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(combinations('ABCD', 2)))
print(list(combinations(range(4), 3)), list(combinations('ab', 0)), list(combinations('ab', 3)), list(combinations([], 0)))
print(list(combinations_with_replacement('ABC', 2)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement([], 0)))
print(list(combinations_with_replacement('ab', 3)))
print(list(permutations('ABC')), list(permutations('ABCD', 2)), list(permutations('ab', 3)), list(permutations('ab', 0)), list(permutations('')))
print(list(permutations(range(3), None)), list(permutations(iterable='ab', r=1)), list(combinations(iterable='abc', r=2)))
print(list(product('ab', range(3))), list(product([0, 1], repeat=3)), list(product()), list(product('ab', [])), list(product('ab', repeat=0)))
print(list(product('a', 'bc', repeat=2)))
print(len(list(permutations(range(7)))), sum(1 for _ in combinations(range(20), 5)), sum(1 for _ in product(range(5), repeat=6)))
kept = list(combinations('abc', 2))
print(len({id(x) for x in kept}) == 3)
p = product('ab', [1])
print(next(p), next(p), next(p, None), next(p, None))

def check(f):
    try:
        print('no error:', f())
    except Exception as e:
        print(type(e).__name__ + ':', e)

check(lambda: combinations('abc', -1))
check(lambda: combinations_with_replacement('abc', -1))
check(lambda: permutations('abc', -1))
check(lambda: permutations('abc', 'x'))
check(lambda: permutations('abc', 1.5))
check(lambda: combinations('abc', 'x'))
check(lambda: combinations('abc'))
check(lambda: combinations())
check(lambda: combinations(3, 2))
check(lambda: product('ab', repeat=-1))
check(lambda: product('ab', repeat='x'))
check(lambda: product('ab', times=2))
check(lambda: product(5))
check(lambda: product([1], repeat=2**62))
check(lambda: permutations())
