# NormalDist: all methods, arithmetic, errors.
import copy
from statistics import NormalDist, StatisticsError

a, b = NormalDist(100, 15), NormalDist(2.5, 0.5)
print(a, b, NormalDist(), a.mean, a.median, a.mode, a.stdev, a.variance)
for x in (60, 85, 100, 115.5, 160):
    print(a.pdf(x), a.cdf(x), a.zscore(x))
for p in (1e-300, 1e-20, 1e-5, 0.01, 0.074, 0.1, 0.25, 0.5, 0.6, 0.9, 0.925, 0.99, 1 - 1e-9, 1 - 1e-16):
    print(p, a.inv_cdf(p), NormalDist().inv_cdf(p))
print(a.quantiles(), a.quantiles(n=10), b.quantiles(1))
print(a.samples(4, seed=7), len(a.samples(3)))
print(NormalDist.from_samples([1, 2, 3, 4.5]), NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), a.overlap(a), a.overlap(NormalDist(90, 15)))
print(a + b, a - b, a + 3, 3 + a, a - 3, 3 - a, a * 2, 2 * a, a * -2, a / 3, +a, -a)
print(a == NormalDist(100, 15), a == b, a == 3, hash(a) == hash(NormalDist(100, 15)), copy.copy(a), copy.deepcopy(b))
for attempt in (lambda: NormalDist(1, -1), lambda: a.inv_cdf(0), lambda: a.inv_cdf(1), lambda: NormalDist(1, 0).pdf(1), lambda: NormalDist(1, 0).cdf(1),
                lambda: NormalDist(1, 0).zscore(1), lambda: a.overlap(3), lambda: a.overlap(NormalDist(1, 0)), lambda: NormalDist.from_samples([1]),
                lambda: NormalDist("x"), lambda: a * b, lambda: a / b, lambda: setattr(a, "mean", 3), lambda: setattr(a, "x", 3)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
