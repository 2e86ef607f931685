# statistics.NormalDist: arithmetic, quantiles, overlap, errors.
from statistics import NormalDist, StatisticsError
import copy
import pickle

a, b = NormalDist(100, 15), NormalDist(mu=85, sigma=10)
print(a, b, NormalDist(), repr(NormalDist.from_samples([10, 12, 23, 23, 16, 23, 21, 16])))
print(a.mean, a.median, a.mode, a.stdev, a.variance)
print(a + 5, 5 + a, a - 5, 5 - a, a * 2, 2 * a, a / 4, -a, +a, a + b, a - b)
print(a == NormalDist(100, 15), a == b, a == 100, hash(a) == hash(NormalDist(100, 15)))
for x in (70, 85, 100, 130.5):
    print(x, round(a.pdf(x), 12), round(a.cdf(x), 12), round(a.zscore(x), 12))
for p in (0.001, 0.1, 0.25, 0.5, 0.9, 0.999):
    print(p, round(a.inv_cdf(p), 9))
print([round(q, 9) for q in a.quantiles(4)], [round(q, 6) for q in b.quantiles(n=10)])
print(round(a.overlap(b), 12), round(a.overlap(NormalDist(100, 20)), 12), a.overlap(a))
print(len(a.samples(5, seed=3)), [round(x, 6) for x in a.samples(3, seed=3)], a.samples(2, seed=1) == a.samples(2, seed=1))
for action in (lambda: NormalDist(0, -1), lambda: a.inv_cdf(0), lambda: a.inv_cdf(1.5), lambda: a.overlap(3), lambda: NormalDist(0, 0).pdf(1),
               lambda: NormalDist(0, 0).cdf(1), lambda: NormalDist(0, 0).zscore(1), lambda: NormalDist(1, 0).overlap(a), lambda: a + "x", lambda: a * b,
               lambda: NormalDist("a"), lambda: NormalDist.from_samples([1]), lambda: setattr(a, 'other', 1)):
    try:
        print(action())
    except (StatisticsError, TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(copy.copy(a) == a, copy.deepcopy(a) == a, pickle.loads(pickle.dumps(a)) == a)
