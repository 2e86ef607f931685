# Averages, spread, quantiles and relations of data of all number types; errors.
import statistics
from decimal import Decimal as D
from fractions import Fraction as F
from statistics import *


def show(function, *args, **kwargs):
    try:
        print(function.__name__, args, kwargs, repr(function(*args, **kwargs)))
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__name__, error)


DATA = ([], [1], [1, 2], [1, 2, 3, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [F(1, 2), F(1, 3)], [D("0.5"), D("0.75"), D("0.625")], [1, 2.5, 3], [True, 2, 3],
        [1e100, 1.0, -1e100], [float("inf"), 1.0], [float("nan"), 1.0], [-1, 2, 3], [0, 1, 2], [3, F(1, 2)], [D(1), 2], [D(1), 1.5], ["a", "b"], [F(1, 2), 0.5],
        range(100), [40.0, 60.0], [27.5, 30.25, 30.25, 34.5, 41.75], (1, 1, 2, 2, 3), [0.1] * 10, [10**20, 10**20 + 1], [1, "a"])
for function in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, variance, pvariance, stdev, pstdev,
                 quantiles):
    for data in DATA:
        show(function, data)
show(mean, iter([1, 2, 6]))
show(fmean, iter([1, 2, 6]))
show(fmean, [1, 2, 3], [1, 0, 1])
show(fmean, [1, 2, 3], [1, 0])
show(fmean, [1, 2], [1, -1])
show(harmonic_mean, [40, 60], weights=[5, 30])
show(harmonic_mean, [40, 60], weights=[5])
show(harmonic_mean, [40, 60], weights=[0, 0])
show(harmonic_mean, [40, 60], weights=[-1, 3])
show(harmonic_mean, ["a"])
show(variance, [1, 2, 3], 2)
show(pvariance, [1, 2, 3], mu=2.5)
show(stdev, [D(1), D(2), D(4)], D("2.5"))
show(median_grouped, [1, 2, 2, 3, 4, 4, 4, 4, 4, 5])
show(median_grouped, [1, 3, 3, 5, 7], interval=2)
show(median_grouped, [1, 3, 3, 5, 7], "x")
show(mode, ["red", "blue", "blue", "red", "green"])
show(multimode, "aabbbbccddddeeffffgg")
show(multimode, "")
for n in (1, 2, 3, 10, 0, -1):
    show(quantiles, range(1, 20), n=n)
    show(quantiles, [1.5, 2, 9], n=n, method="inclusive")
show(quantiles, [1, 2], method="x")
X, Y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1]
Z = [1, 2, 3, 1, 2, 3, 1, 2, 3.5]
for pair in ((X, Y), (X, Z), (Z, Z), (X, [1]), ([1], [1]), ([1, 1], [1, 2]), ([F(1, 2), F(3, 4)], [1.5, 2.5]), ([1e200, 2e200, 4e200], [1e200, 2e200, 3e200])):
    show(covariance, *pair)
    show(correlation, *pair)
    show(correlation, *pair, method="ranked")
    show(linear_regression, *pair)
    show(linear_regression, *pair, proportional=True)
show(correlation, X, Y, method="x")
print(issubclass(StatisticsError, ValueError), statistics.__all__)
