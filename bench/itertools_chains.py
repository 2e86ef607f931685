"""itertools: chains of iterators, groups, products and combinations."""
from itertools import accumulate, chain, combinations, count, groupby, islice, permutations, product, repeat, starmap, takewhile, zip_longest

total = 0
for _ in range(5):
    total += sum(islice(chain.from_iterable(repeat(range(100), 3000)), 250000))
    total += sum(a * b for a, b in product(range(300), repeat=2))
    total += sum(1 for _ in combinations(range(24), 5))
    total += sum(p[0] for p in permutations(range(8)))
    total += sum(len(list(g)) for _, g in groupby(i // 7 for i in range(100000)))
    total += list(accumulate(range(100000)))[-1]
    total += sum(starmap(pow, zip(range(50000), repeat(2))))
    total += sum(takewhile(lambda x: x < 60000, count()))
    total += sum(a + b for a, b in zip_longest(range(50000), range(40000), fillvalue=0))
print(total)
