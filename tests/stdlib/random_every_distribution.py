import random
r = random.Random(2024)
for name, args in (("random", ()), ("uniform", (1, 10)), ("uniform", (10, 1)), ("triangular", ()), ("triangular", (0, 10, 3)), ("triangular", (5, 5)), ("betavariate", (2, 3)), ("expovariate", (1.5,)), ("expovariate", ()),
                   ("gammavariate", (0.5, 1)), ("gammavariate", (1, 2)), ("gammavariate", (9, 0.5)), ("gauss", (0, 1)), ("gauss", ()), ("lognormvariate", (0, 0.25)), ("normalvariate", (5, 2)), ("normalvariate", ()),
                   ("vonmisesvariate", (1, 4)), ("vonmisesvariate", (0, 0)), ("vonmisesvariate", (1, 1e-7)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)), ("binomialvariate", (10, 0.3)), ("binomialvariate", ()),
                   ("binomialvariate", (1000, 0.5)), ("binomialvariate", (50, 0.9)), ("binomialvariate", (5, 0)), ("binomialvariate", (5, 1)), ("randint", (1, 6)), ("randrange", (10,)), ("randrange", (0, 100, 7)), ("randrange", (10, 0, -3)),
                   ("getrandbits", (70,)), ("getrandbits", (0,)), ("randbytes", (5,)), ("choice", ("abcdef",)), ("choices", ([1, 2, 3],)), ("sample", (range(10**9), 5)), ("sample", ("abcdefgh", 3)), ("sample", ([1, 2, 3], 0))):
    print(name, args, [getattr(r, name)(*args) for _ in range(4)])
print(r.choices("abc", weights=[5, 1, 1], k=8), r.choices("abc", cum_weights=[1, 2, 10], k=8), r.sample(["a", "b"], counts=[4, 2], k=4))
items = list(range(12)); r.shuffle(items); print(items)
for f in (lambda: r.choice([]), lambda: r.choices([]), lambda: r.choices("ab", [1]), lambda: r.choices("ab", [1, 2], cum_weights=[1, 2]), lambda: r.choices("ab", [0, 0]), lambda: r.choices("ab", [-1, 0]), lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.sample([1, 2], -1),
          lambda: r.sample([1], 1, counts=[1, 2]), lambda: r.sample([1, 2], 1, counts=[1.5, 1]), lambda: r.randint(5, 1), lambda: r.randrange(0), lambda: r.randrange(1, 5, 0), lambda: r.randrange(1.5), lambda: r.randrange(2, step=2), lambda: r.getrandbits(-1), lambda: r.binomialvariate(-1), lambda: r.binomialvariate(5, 2), lambda: r.shuffle((1, 2)), lambda: r.gammavariate(-1, 1), lambda: r.expovariate(0), lambda: r.choice({}), lambda: r.choice({1: 2})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
