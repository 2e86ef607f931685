# statistics: averages, spreads, quantiles, correlation, their errors, and what kinds of numbers come back.
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F


def show(text):
    try:
        value = eval(text)
    except Exception as error:
        value = f"{type(error).__name__}: {error}"
    print(f"{text:62}", value)


sets = {'ints': [1, 2, 3, 4, 4, 9], 'floats': [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], 'fractions': [F(1, 6), F(1, 2), F(5, 3)],
        'decimals': [D('0.5'), D('0.75'), D('0.625'), D('0.375')], 'mixed': [1, 2.5, F(1, 2)], 'one': [7], 'none': []}
for name, data in sets.items():
    for function in ('mean', 'fmean', 'median', 'median_low', 'median_high', 'median_grouped', 'mode', 'multimode', 'variance', 'pvariance', 'stdev', 'pstdev',
                     'harmonic_mean', 'quantiles'):
        data = sets[name]
        show(f"st.{function}(sets[{name!r}])")
for text in ('st.geometric_mean([54, 24, 36])', 'st.geometric_mean([0, 1])', 'st.geometric_mean([-1, 2])', 'st.geometric_mean([])',
             'st.harmonic_mean([40, 60], weights=[5, 30])', 'st.harmonic_mean([0, 3])', 'st.harmonic_mean([-1, 3])', 'st.fmean([3.5, 4.0, 5.25], weights=[1, 2, 3])',
             'st.fmean([1, 2], [1])', 'st.fmean([1, 2], [0, 0])', 'st.mean(["a"])', 'st.mode("red blue blue red green".split())', 'st.mode([])',
             'st.multimode("aabbbbccddddeeffffgg")', 'st.quantiles(range(1, 12), n=4, method="inclusive")', 'st.quantiles([1, 2], n=0)',
             'st.quantiles([1, 2, 3], n=10)', 'st.quantiles([1, 2, 3], method="other")', 'st.quantiles([1])', 'st.pvariance([1, 2, 3, 4], mu=2)',
             'st.variance([1, 2, 3, 4], xbar=2.5)', 'st.covariance([1, 2, 3], [1, 2, 4])', 'st.covariance([1], [1])', 'st.covariance([1, 2], [1])',
             'st.correlation([1, 2, 3, 4], [2, 4, 6, 9])', 'st.correlation([1, 1], [2, 3])', 'st.correlation([1, 5, 3], [2, 9, 4], method="ranked")',
             'st.correlation([1, 2], [1, 2], method="x")', 'st.linear_regression([1, 2, 3], [2, 4, 7])', 'st.linear_regression([1, 1], [2, 3])',
             'st.linear_regression([1, 2, 3], [2, 4, 6], proportional=True)', 'st.median([1, "a"])', 'st.median(iter([3, 1, 2]))',
             'st.median_grouped([1, 3, 3, 5, 7], interval=2)', 'st.stdev([1])', 'st.mean([float("inf"), 1])', 'st.mean([float("inf"), float("-inf")])'):
    show(text)
