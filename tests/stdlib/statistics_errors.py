import statistics as s
from fractions import Fraction as F
from decimal import Decimal as D
def t(name, *a, **k):
    try: print(name, a, k, getattr(s, name)(*a, **k))
    except Exception as e: print(name, a, k, type(e).__name__, e)
sets = ([], [1], [1, 2], [1, 2, 3, 4], [1.5, 2.5, 4], [F(1, 2), F(3, 4)], [D("1.1"), D("2.2")], [-1, 0, 1], ["a", "b", "a"], [1, 1, 2, 2], [True, False], [10**20, 1], [1, float("nan")], [1, float("inf")], range(10), "aab")
for name in ("mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high", "median_grouped", "mode", "multimode", "pstdev", "pvariance", "stdev", "variance", "quantiles"):
    for data in sets: t(name, data)
t("fmean", [1, 2, 3], weights=[1, 0, 1]); t("fmean", [1, 2], weights=[1]); t("fmean", [1], weights=[0]); t("harmonic_mean", [40, 60], weights=[5, 30]); t("harmonic_mean", [0, 1]); t("harmonic_mean", [-1, 1]); t("quantiles", range(1, 101), n=10); t("quantiles", [1, 2, 3], n=4, method="inclusive"); t("quantiles", [1, 2], n=0); t("quantiles", [1, 2], method="x"); t("median_grouped", [1, 2, 2, 3, 4], interval=2)
t("variance", [1, 2, 3], 2); t("pvariance", [1, 2, 3], mu=2); t("stdev", [1, 2, 3], 2); t("covariance", [1, 2, 3], [1, 2, 3]); t("covariance", [1], [1]); t("covariance", [1, 2], [1]); t("correlation", [1, 2, 3], [3, 2, 1]); t("correlation", [1, 1], [1, 2]); t("correlation", [1, 2, 3, 4], [1, 4, 9, 16], method="ranked"); t("correlation", [1, 2], [1, 2], method="x"); t("linear_regression", [1, 2, 3], [2, 4, 6]); t("linear_regression", [1, 2, 3], [2, 4, 7], proportional=True); t("linear_regression", [1, 1], [1, 2]); print(s.mode(iter("aab")))
n = s.NormalDist(100, 15)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(100), n.cdf(115), n.inv_cdf(0.5), n.zscore(130), n.quantiles(4), n.overlap(s.NormalDist(110, 15)), n + 5, n * 2, n - n, -n, n / 2, 2 * n, n == s.NormalDist(100, 15), hash(n) == hash(s.NormalDist(100, 15)), n.samples(3, seed=5), s.NormalDist.from_samples([1, 2, 3, 4]))
for f in (lambda: s.NormalDist(0, -1), lambda: n.inv_cdf(0), lambda: n.inv_cdf(1), lambda: s.NormalDist(0, 0).pdf(1), lambda: s.NormalDist(0, 0).cdf(1), lambda: n.overlap(5), lambda: s.NormalDist.from_samples([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
