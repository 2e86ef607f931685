# Every distribution, with the parameters that take another way through it.
import random

r = random.Random(99)
CASES = [
    ("uniform", [(0, 1), (-3, 3), (5, 2), (1e300, 1.1e300)]),
    ("triangular", [(), (0, 10), (0, 10, 2), (0, 10, 0), (0, 10, 10), (5, 5), (5, 5, 5), (10, 0, 3)]),
    ("gauss", [(), (10, 2), (0, 0), (1, -1)]),
    ("normalvariate", [(), (10, 2), (0, 0), (1, -1)]),
    ("lognormvariate", [(0, 1), (2, 0.5)]),
    ("expovariate", [(), (0.5,), (20,), (-1,)]),
    ("vonmisesvariate", [(0, 0), (1, 1e-7), (1, 0.5), (3, 4), (-2, 100), (7, 1e5)]),
    ("gammavariate", [(0.01, 1), (0.5, 2), (0.9, 1), (1.0, 3.0), (1.5, 1), (2.0, 2.0), (20, 1), (200, 0.1)]),
    ("betavariate", [(1, 1), (0.5, 0.5), (3, 3), (20, 1), (0.001, 0.001)]),
    ("paretovariate", [(1,), (3,), (0.5,)]),
    ("weibullvariate", [(1, 1), (2, 0.5), (1, 5)]),
    ("binomialvariate", [(), (0, 0.5), (1, 0.2), (10, 0), (10, 1), (10, 0.0), (10, 1.0), (10, 0.3), (10, 0.7), (15, 0.6), (100, 0.05),
                         (100, 0.75), (1000, 0.5), (10**6, 0.01), (10**6, 0.999), (10**12, 0.3), (5, 1e-20), (30, 1e-300)]),
]
for name, parameters in CASES:
    for args in parameters:
        print(name, args, [getattr(r, name)(*args) for _ in range(6)])


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(r.gammavariate, 0, 1)
attempt(r.gammavariate, 1, -1)
attempt(r.betavariate, 0, 1)
attempt(r.binomialvariate, -1)
attempt(r.binomialvariate, 5, 1.5)
attempt(r.binomialvariate, 5, -0.5)
attempt(r.binomialvariate, n=20, p=0.4)
attempt(r.expovariate, 0)
attempt(r.expovariate, lambd=2)
attempt(r.triangular, mode=0.9)
attempt(r.gauss, sigma=3, mu=1)
attempt(r.paretovariate, 0)
attempt(r.uniform, "a", "b")
