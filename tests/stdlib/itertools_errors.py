"""What the iterators refuse, and how errors pass through them."""
import itertools as it


def check(f):
    try:
        print('no error:', f())
    except BaseException as e:
        print(type(e).__name__ + ':', e)


check(lambda: it.count('a'))
check(lambda: it.count(1, 'a'))
check(lambda: it.count(1, 2, 3))
check(lambda: it.count(x=2))
check(lambda: it.cycle())
check(lambda: it.cycle(5))
check(lambda: it.cycle(iterable=[]))
check(lambda: it.repeat())
check(lambda: it.repeat(1, 2, 3))
check(lambda: it.repeat(1, None))
check(lambda: it.repeat(1, 1.5))
check(lambda: it.repeat(1).__length_hint__())
check(lambda: it.accumulate())
check(lambda: it.accumulate(5))
check(lambda: list(it.accumulate([1, 'a'])))
check(lambda: it.accumulate([], None, 1))
check(lambda: it.batched('a', 0))
check(lambda: it.batched('a'))
check(lambda: it.batched('a', 'b'))
check(lambda: it.batched(5, 1))
check(lambda: list(it.chain(1)))
check(lambda: list(it.chain('a', 1)))
check(lambda: it.chain(a=1))
check(lambda: it.chain.from_iterable())
check(lambda: it.chain.from_iterable(5))
check(lambda: it.compress('a'))
check(lambda: it.compress('a', 5))
check(lambda: it.dropwhile(None))
check(lambda: list(it.dropwhile(None, [1])))
check(lambda: it.takewhile(1, 2))
check(lambda: list(it.takewhile(1, [2])))
check(lambda: it.filterfalse())
check(lambda: list(it.filterfalse(1, [1])))
check(lambda: list(it.starmap(pow, [1])))
check(lambda: it.starmap(pow))
check(lambda: it.islice([]))
check(lambda: it.islice([], 1, 2, 3, 4))
check(lambda: it.islice([], -1))
check(lambda: it.islice([], -2))
check(lambda: it.islice([], 'a'))
check(lambda: it.islice([], -1, 2))
check(lambda: it.islice([], 'a', 2))
check(lambda: it.islice([], 1, 'a'))
check(lambda: it.islice([], 1, 2, 0))
check(lambda: it.islice([], 1, 2, 'a'))
check(lambda: it.islice([], 2**70))
check(lambda: it.islice(5, 2))
check(lambda: it.pairwise(5))
check(lambda: it.pairwise())
check(lambda: it.tee([], -1))
check(lambda: it.tee())
check(lambda: it.tee(5))
check(lambda: it.tee([], 'a'))
check(lambda: it.zip_longest(5))
check(lambda: it.zip_longest([], x=1))
check(lambda: it.groupby())
check(lambda: it.groupby(5))
check(lambda: list(it.groupby([1], 5)))
check(lambda: it.groupby([1], keys=5))


def broken():
    yield 1
    raise KeyError('gone')


for make in (it.cycle, it.accumulate, lambda s: it.batched(s, 2), it.chain, lambda s: it.chain(s), lambda s: it.compress(s, [1, 1]),
             lambda s: it.islice(s, 5), it.pairwise, lambda s: it.tee(s)[1], lambda s: it.zip_longest(s, [1, 2]), it.groupby):
    got = []
    try:
        for x in make(broken()):
            got.append(type(x).__name__)
    except Exception as e:
        print(got, repr(e))

for cls in (it.count, it.chain, it.product, it.tee, it.groupby, it.islice, it.permutations, it.cycle):
    print(cls, type(cls).__name__)
check(lambda: it.chain.__new__(int))
check(lambda: it.chain.__new__(5))


class Sub(it.count):
    def __init__(self, *args):
        self.extra = 1


s = Sub(4)
print(s, next(s), s.extra, isinstance(s, it.count), iter(s) is s)
