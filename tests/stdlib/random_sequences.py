# random: numbers for a seed, of all kinds, and errors. CPython's stream for each.
import random

r = random.Random(2024)
print([r.random() for _ in range(4)])
print([r.randint(1, 6) for _ in range(12)], [r.randrange(0, 100, 7) for _ in range(6)], [r.randrange(10, 0, -3) for _ in range(6)], r.randrange(2**100))
print([r.getrandbits(k) for k in (0, 1, 8, 32, 33, 64, 100)], r.randbytes(9).hex())
print(r.choice('abcdef'), r.choices('abc', k=5), r.choices('abc', [5, 1, 1], k=6), r.choices(range(4), cum_weights=[1, 3, 6, 10], k=6))
items = list(range(12))
r.shuffle(items)
print(items, r.sample(range(1000), 5), r.sample('abcdefgh', 8), r.sample(['x', 'y'], counts=[3, 2], k=4), r.sample(range(10**12), 2))
for name, args in (('uniform', (1, 10)), ('triangular', ()), ('triangular', (0, 10, 3)), ('betavariate', (2, 3)), ('expovariate', (1.5,)), ('gammavariate', (0.5, 1)),
                   ('gammavariate', (1, 2)), ('gammavariate', (3, 1)), ('gauss', (0, 1)), ('gauss', ()), ('lognormvariate', (0, 0.25)), ('normalvariate', (5, 2)),
                   ('vonmisesvariate', (1, 4)), ('vonmisesvariate', (1, 0)), ('paretovariate', (3,)), ('weibullvariate', (1, 1.5)), ('binomialvariate', (10, 0.3)),
                   ('binomialvariate', (1000, 0.4)), ('binomialvariate', (5, 0)), ('binomialvariate', (5, 1))):
    print(name, args, [getattr(r, name)(*args) for _ in range(3)])
for seed in (0, 1, -1, 10**30, 'text', b'bytes', 1.5, True, ''):
    r.seed(seed)
    first = r.random()
    r.seed(seed, version=1)
    print(repr(seed), first, r.random())
state = r.getstate()
print(state[0], len(state[1]), state[1][-1], state[2])
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)])
for action in (lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randrange(1, 5, 0), lambda: r.randrange(1.5), lambda: r.randint(5, 1), lambda: r.choice([]),
               lambda: r.choices([], k=1), lambda: r.choices('ab', [1]), lambda: r.choices('ab', [0, 0]), lambda: r.choices('ab', [1, 2], cum_weights=[1, 3]),
               lambda: r.choices('ab', weights=[1, float('inf')]), lambda: r.sample([1, 2], 3), lambda: r.sample([1], -1), lambda: r.sample({1, 2}, 1),
               lambda: r.sample('ab', 2, counts=[1]), lambda: r.sample('ab', 2, counts=[-1, 3]), lambda: r.getrandbits(-1), lambda: r.randbytes(-1), lambda: r.seed([1]),
               lambda: r.setstate((1, 2, 3)), lambda: r.setstate(None), lambda: r.expovariate(0), lambda: r.shuffle('abc'), lambda: r.shuffle((1, 2)),
               lambda: r.binomialvariate(-1), lambda: r.binomialvariate(3, 2), lambda: r.gammavariate(0, 1), lambda: r.randrange(1, 10, 2.0), lambda: random.Random([]),
               lambda: r.getrandbits('a'), lambda: random.SystemRandom().getstate(), lambda: random.SystemRandom().setstate(1)):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)
